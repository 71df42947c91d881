// libyaml for Swift.
#ifndef APIDOC_CLIBYAML_SHIM_H
#define APIDOC_CLIBYAML_SHIM_H

#include <yaml.h>

#endif
