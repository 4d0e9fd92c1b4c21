"""The program and its library, as benchmarks call them."""
import ctypes
import os
import pathlib
import subprocess
import sys
import time

PROGRAM = pathlib.Path(os.environ.get("REDTHREAD", pathlib.Path(__file__).resolve().parents[1] / "build/redthread"))


def peak_and_time(*command):
    """Seconds and megabytes at most, of a process of its own: a child's peak counts what its parent held."""
    script = ("import resource, subprocess, sys, time; t = time.perf_counter(); c = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True); "
              "print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024); sys.exit(c.stderr if c.returncode else 0)")
    run = subprocess.run([sys.executable, "-c", script, *map(str, command)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{command}: {run.stderr}")
    return [float(x) for x in run.stdout.split()]


class Lens(ctypes.Structure):
    """The first members of rt_case_lens: its size says that there are no more."""
    _fields_ = [("size", ctypes.c_size_t), ("clear", ctypes.c_char_p)]


class Library:
    """The views through the C API, in a case that stays open: nothing of what the start of a program takes."""

    def __init__(self, case):
        self.so = ctypes.CDLL(str(PROGRAM.parent / "libredthread.so"))
        self.so.rt_case_new.restype = ctypes.c_void_p
        self.case, self.text = ctypes.c_void_p(self.so.rt_case_new()), ctypes.c_char_p()
        if self.so.rt_case_open(self.case, str(case).encode(), 0):
            sys.exit("the library does not open the case")

    def ask(self, view, who, clear=None, clock=time.process_time):
        """Seconds by the clock, the code, and what is said."""
        names = (ctypes.c_char_p * (len(who) + 1))(*[w.encode() for w in who])
        lens = ctypes.byref(Lens(ctypes.sizeof(Lens), clear.encode())) if clear else None
        begun = clock()
        code = self.so.rt_case_view(self.case, view.encode(), names, ctypes.c_size_t(len(who)), lens, ctypes.byref(self.text))
        return clock() - begun, code, self.text.value or b""
