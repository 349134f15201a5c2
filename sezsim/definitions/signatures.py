"""Signatures (核函数签名): for which kinds of arguments kernels are compiled, written as plain text.

`kernels.txt` beside this file has a line for each kernel that a quarter of the baseline calls from
Python, the longest to compile first: the kernel, then its arguments. A number is its type; an array
adds its dimensions and layout; a tuple stands in brackets, after its class if it has one. A line
that is out of date does no harm: what is missing is compiled when it is first called.
`experiments/list_kernels.py` writes the list anew.
"""

import ast
import sys
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numba.core.dispatcher import Dispatcher
from numba.np.numpy_support import as_dtype

LIST = Path(__file__).with_name("kernels.txt")
PLAIN = ("C", True, True)  # layout, can be written to, aligned: most arrays
ROOT = __name__.partition(".")[0]


def known_kernels() -> dict[str, Dispatcher]:
    """Return every kernel of the modules that are open, by the name under which it can be found."""
    modules = [module for name, module in sys.modules.items() if name.startswith(f"{ROOT}.")]
    kernels = [
        kernel
        for module in modules
        for kernel in list(vars(module).values())
        if isinstance(kernel, Dispatcher)
    ]
    return {
        f"{kernel.py_func.__module__}:{kernel.py_func.__qualname__}": kernel
        for kernel in kernels
    }


def listed(kernels: Path = LIST) -> list[tuple[str, Any]]:
    """Return kernel and arguments of every line of a list."""
    lines = kernels.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return [(name, ast.literal_eval(arguments)) for name, arguments in pairs]


def called() -> list[tuple[str, Any]]:
    """Return kernel and arguments of all that this process has called, the longest code first."""
    kernels = known_kernels()
    named = sorted(kernels, key=lambda name: (-length_of_code(kernels[name]), name))
    return [
        (name, spelled(arguments)) for name in named for arguments in kernels[name].overloads
    ]


def length_of_code(kernel: Dispatcher) -> int:
    """Return the bytes of machine code kept of a kernel, which grow with the time to compile it."""
    folder, name = Path(kernel.stats.cache_path or ""), kernel.py_func.__qualname__
    return sum(file.stat().st_size for file in folder.glob(f"*.{name}-*.nbc"))


def spelled(kind: Any) -> Any:
    """Write a type of numba as text, or a tuple of types as a list."""
    if isinstance(kind, tuple):
        return [spelled(each) for each in kind]
    if isinstance(kind, numba.types.Array):
        element = np.lib.format.dtype_to_descr(as_dtype(kind.dtype))
        whole = (element, kind.ndim, kind.layout, kind.mutable, kind.aligned)
        return f"{element}*{kind.ndim}" if whole[2:] == PLAIN else whole
    if isinstance(kind, numba.types.BaseNamedTuple):
        owner = kind.instance_class
        return {f"{owner.__module__}:{owner.__qualname__}": spelled(tuple(kind))}
    if isinstance(kind, numba.types.BaseTuple):
        return spelled(tuple(kind))
    if isinstance(kind, numba.types.Omitted):
        return {"omitted": kind.value}
    return str(kind)


def understood(text: Any) -> Any:
    """Turn what was spelled back into a type of numba."""
    if isinstance(text, list):
        return numba.types.BaseTuple.from_types([understood(each) for each in text])
    if isinstance(text, str) and "*" in text:
        element, _, dimensions = text.partition("*")
        text = (element, int(dimensions), *PLAIN)
    if isinstance(text, tuple):
        element, dimensions, layout, mutable, aligned = text
        kind = numba.from_dtype(np.lib.format.descr_to_dtype(element))
        return numba.types.Array(
            kind, dimensions, layout, readonly=not mutable, aligned=aligned
        )
    if isinstance(text, dict):
        ((name, content),) = text.items()
        if name == "omitted":
            return numba.types.Omitted(content)
        module, _, owner = name.partition(":")
        kind, fields = getattr(sys.modules[module], owner), understood(content)
        if len(fields) != len(kind._fields):
            raise TypeError(f"{name} has {len(kind._fields)} fields, not {len(fields)}")
        return numba.types.BaseTuple.from_types(fields, kind)
    return getattr(numba.types, text)
