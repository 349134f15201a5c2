"""Words of the report: the map."""

from sezsim.definitions.wording import Words

WORDS = {
    "map_note": Words(
        "圆的面积为基准就业人数；颜色与数字为{year}年就业相对基准的变化（%，n={replicates}次重复的平均）。"
        "灰色：在全部城市一并比较时可能出于偶然。位置按经纬度投影。"
        "连接带、铁路和河流的线条只表示连接哪些城市，不是真实走向。",
        "Area of a circle: employment in the baseline; colour and number: change of employment in "
        "{year} in per cent (mean of n={replicates} replicates). Grey: could be chance "
        "when all cities are looked at together. Placed by longitude and latitude. Lines of belts, "
        "railways and rivers show which cities they join, not their course.",
    ),
    "map_alt": Words(
        "地图：{year}年各城市就业变化。{finding}。",
        "Map: change of employment by city in {year}. {finding}.",
    ),
    "map_finding": Words("{name}：{parts}", "{name}: {parts}"),
    "map_down_in": Words("就业减少的有{cities}", "fewer jobs in {cities}"),
    "map_up_in": Words("就业增加的有{cities}", "more jobs in {cities}"),
    "map_nowhere": Words(
        "没有一个城市的变化超出偶然波动", "no city differs by more than chance"
    ),
    "places_belts": Words("连接带", "intercity belt"),
    "places_railways": Words("高速铁路及开通年月", "high-speed railway, month of opening"),
    "places_rivers": Words("辽河、浑河、太子河", "Liao, Hun and Taizi rivers"),
    "places_reservoirs": Words("水库", "reservoir"),
    "places_parks": Words("园区数", "number of parks"),
    "places_clusters": Words("产业集群数", "number of clusters"),
    "map_down": Words("就业减少", "employment down"),
    "map_up": Words("就业增加", "employment up"),
    "map_unclear": Words("不确定", "unclear"),
}
