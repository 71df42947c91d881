// Specs are files of what the model knows: who reads one needs its vocabulary too.
@_exported public import APIModel
