#pragma once
// Debian builds libxml2 with ICU, whose headers clash with Foundation's own ICU module.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <stdarg.h>

// `xmlFree` is a mutable global, which Swift 6 does not let through.
static inline void hearth_xml_free(void *pointer) { xmlFree(pointer); }
