extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }  // asks a compiler for its fuzzer
