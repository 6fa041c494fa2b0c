// The CSV kernels with AVX2 and PCLMUL; CMake compiles this file alone with those flags.
#define PASSEL_CSV_KERNEL csv_avx2
#include "core/io/csvscankernel.h"
