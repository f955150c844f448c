# Compiler settings and the three ways to add a target: a room, a screen, a test program.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(WAYREEVE_CCACHE ccache)
if(WAYREEVE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${WAYREEVE_CCACHE})
endif()
find_program(WAYREEVE_MOLD mold)
if(WAYREEVE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Numbers that reach a record must not depend on the processor: no contraction to FMA, no fast-math.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror
                    -ffp-contract=off)
if(WAYREEVE_SANITIZE)
  add_compile_options(-fsanitize=${WAYREEVE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${WAYREEVE_SANITIZE})
  if(WAYREEVE_SANITIZE MATCHES "undefined")
    # These two checks double the compile time and ASan already covers what they find.
    add_compile_options(-fno-sanitize=null,alignment -fno-sanitize-recover=all)
  endif()
  if(WAYREEVE_SANITIZE MATCHES "thread")
    # Its instrumentation hides from GCC 12 that a variant's active member is set (GCC's own documentation warns of it).
    add_compile_options(-Wno-error=maybe-uninitialized)
  endif()
endif()

if(CMAKE_UNITY_BUILD)
  # With several sources in one, GCC takes a source's own types in its own classes for a header's.
  add_compile_options(-Wno-subobject-linkage)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql)
add_compile_definitions(QT_NO_KEYWORDS) # core has members called signals and slots
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)

# wayreeve_room(NAME DEPENDS other rooms… LINK libraries…): core/NAME as the static library wayreeve_NAME.
function(wayreeve_room name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
  list(TRANSFORM ARG_DEPENDS PREPEND wayreeve_)
  if(sources)
    add_library(wayreeve_${name} STATIC ${sources} ${headers})
    target_include_directories(wayreeve_${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(wayreeve_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LINK})
  else()
    add_library(wayreeve_${name} INTERFACE)
    target_include_directories(wayreeve_${name} INTERFACE ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(wayreeve_${name} INTERFACE ${ARG_DEPENDS} ${ARG_LINK})
  endif()
endfunction()

# wayreeve_test(NAME LINK libraries…): tests/NAME/*.cpp as one Qt Test program test_NAME, its data dir given by a macro.
function(wayreeve_test name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  target_include_directories(test_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR})
  target_link_libraries(test_${name} PRIVATE Qt6::Test ${ARG_LINK})
  target_compile_definitions(test_${name} PRIVATE
    WAYREEVE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    WAYREEVE_BIN_DIR="${CMAKE_BINARY_DIR}/bin"
    WAYREEVE_TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}/${name}")
  # Qt Test's own crash handler repeats its lines without end after qFatal().
  add_test(NAME ${name} COMMAND test_${name} -nocrashhandler)
  set_tests_properties(${name} PROPERTIES TIMEOUT 1500 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_DISABLE_STACK_DUMP=1")
endfunction()
