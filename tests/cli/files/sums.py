"""Each page of these case files gets its right sum (docs/format.md): somebody altered them who knows how; or, with
--damage PAGE, a bit of it is changed, and no sum."""
import struct
import sys

args = sys.argv[1:]
damage = int(args.pop(1)) if args[0] == "--damage" else 0
for path in args[1:] if damage else args:
    with open(path, "r+b") as f:
        data = bytearray(f.read())
        size = struct.unpack(">H", data[16:18])[0]
        if damage:
            data[damage * size - 100] ^= 1
        for at in [] if damage else range(0, len(data), size):
            first = second = 0
            for low, high in struct.iter_unpack("<II", data[at:at + size - 8]):
                first = first + low + second & 0xFFFFFFFF
                second = second + high + first & 0xFFFFFFFF
            data[at + size - 8:at + size] = struct.pack("<II", first, second)
        f.seek(0)
        f.write(data)
