"""torchrun, also as Debian 12 has it: its 1.13 with Python 3.11 stumbles over its own default of what is redirected."""

import sys

from torch.distributed import run
from torch.distributed.elastic.multiprocessing import api

api.Std.from_str = classmethod(lambda cls, text: cls(int(text)))
run.main(sys.argv[1:])
