// libxml2's HTML parser for Swift. ICU support is switched off in the headers only: its
// module clashes with the one that Foundation brings, and nothing here needs it.
#ifndef APIDOC_CLIBXML2_SHIM_H
#define APIDOC_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#endif
