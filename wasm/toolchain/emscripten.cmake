# CMake toolchain file for every Emscripten, however it was installed: emsdk sets EMSDK, all others put em-config on the PATH.
if(NOT DEFINED EMSCRIPTEN_ROOT_PATH)
  find_program(EM_CONFIG_PROGRAM em-config HINTS "$ENV{EMSDK}/upstream/emscripten" NO_CMAKE_FIND_ROOT_PATH)
  if(NOT EM_CONFIG_PROGRAM)
    message(FATAL_ERROR "Emscripten is not on the PATH: run 'node wasm/build.js', which finds or sets up one, or install emsdk.")
  endif()
  execute_process(COMMAND "${EM_CONFIG_PROGRAM}" EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
