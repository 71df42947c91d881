// Specs are written in values and dates of Foundations; who reads a spec needs both.
@_exported public import Foundations
