public import Diagnostics

/// The rules that findings of an import of OpenAPI speak for, as a table.
public enum OpenAPIImportRules {
    /// Every rule.
    public static let all: [Rule] =
        [
            unkeptMember, unkeptKeyword, untypedKeyword, unkeptConstraint, unkeptMediaType, unkeptExample, unkeptMethod,
            ignoredHeader,
            madeOperationID, shortenedOperationID, missingServer, parameterNotInPath, optionalPathParameter,
            requiredWithoutProperty,
            unionBesideMembers, unusualEnumeration, mergedTypes, unkeptDescription, nullableModel,
            missingInfo, unusableDiscriminator, schemaOfItself, deepSchema, undeclaredPathParameter,
            undeclaredSecurityScheme, takenOperationID, repeatedParameter, fixedQuery, strayDefinition, emptyMediaType,
            mediaRange, schemaOfItems, eventKinds, shortenedSchemaName, equalSchema,
            mergeKey, unusablePath, unknownType, unusableSecurityScheme,
            brokenReference, unusableParameter, unusableStatus, sameCall, uncheckedPattern, loosePattern,
            overlayWithoutMatch, overlayOfAnother,
        ] + SelectorRules.all

    static let unkeptMember = Rule(
        "openapi-unkept-member", .note,
        meaning: "The document has a member that specs have no place for, and that changes nothing about calls.",
        remedy: "Nothing to do; look into the document where the member matters to you.")
    static let unkeptKeyword = Rule(
        "openapi-unkept-keyword", .warning,
        meaning: "The document has a member that specs have no place for; generated code is less exact without it.",
        remedy: "Check by hand what the member asks for.")
    static let untypedKeyword = Rule(
        "openapi-untyped-keyword", .note,
        meaning:
            "A keyword gives single elements of a list or members with certain names types of their own. The spec keeps it "
            + "as a check of the mock service; in Swift those values are of any type, or of the one that all have.",
        remedy: "Nothing to do.")
    static let unkeptConstraint = Rule(
        "openapi-unkept-constraint", .note,
        meaning: "A schema restricts values in a way that specs cannot say; more values are taken for good.",
        remedy: "Nothing to do; the service still checks.")
    static let unkeptMediaType = Rule(
        "openapi-unkept-media-type", .warning,
        meaning: "A body can be written in several media types; the spec has JSON, or else the first of them.",
        remedy: "Where another one is wanted, move it to the front.")
    static let unkeptExample = Rule(
        "openapi-unkept-example", .note, meaning: "There are several examples in one place; the spec has the first.",
        remedy: "Nothing to do.")
    static let unkeptMethod = Rule(
        "openapi-unkept-method", .warning,
        meaning:
            "Among the additional operations of a path is one that has no method: no token, or one of the methods that paths have members for.",
        remedy: "Correct the method, or move the operation to the member of its path; it is left out.")
    static let ignoredHeader = Rule(
        "openapi-ignored-header", .note,
        meaning: "A header parameter has a name that OpenAPI reserves: `Accept`, `Content-Type`, `Authorization`.",
        remedy: "Nothing to do: media types and security schemes say the same.")
    static let madeOperationID = Rule(
        "openapi-made-operation-id", .note,
        meaning: "An operation has no `operationId`; its name is made from method and path.",
        remedy: "Give the operation an `operationId`, so that its name stays when the path changes.")
    static let shortenedOperationID = Rule(
        "openapi-shortened-operation-id", .note,
        meaning:
            "An `operationId` holds what a web framework adds to the name of a function: the method and the path behind it, "
            + "or the method or the module in front of it. The operation is called like the function.",
        remedy: "Nothing to do; a line under `operations` in the file of names calls it otherwise in Swift.")
    static let missingServer = Rule(
        "openapi-missing-server", .note, meaning: "The document names no server; the spec has `/`.",
        remedy: "Add the address of the service under `servers`.")
    static let parameterNotInPath = Rule(
        "openapi-parameter-not-in-path", .warning,
        meaning: "A parameter is said to be in the path, and the path does not have it.",
        remedy: "Put `{name}` into the path, or correct `in`.")
    static let optionalPathParameter = Rule(
        "openapi-optional-path-parameter", .note,
        meaning: "A path parameter is not marked as required, as OpenAPI demands; it is taken for required.",
        remedy: "Add `required: true`.")
    static let requiredWithoutProperty = Rule(
        "openapi-required-without-property", .warning,
        meaning: "A schema requires a member that it does not describe.",
        remedy: "Describe the member under `properties`.")
    static let unionBesideMembers = Rule(
        "openapi-union-beside-members", .warning,
        meaning: "A schema has members and alternatives at once; the spec has only one of them.",
        remedy: "Put the members into each alternative.")
    static let unusualEnumeration = Rule(
        "openapi-unusual-enumeration", .warning,
        meaning: "An enumeration has values that specs cannot list: flags, lists, objects, or values of another type.",
        remedy: "Correct the values, or the type.")
    static let mergedTypes = Rule(
        "openapi-merged-types", .warning,
        meaning: "The parts of an `allOf` contradict each other; the later one is taken.",
        remedy: "Let the parts agree.")
    static let unkeptDescription = Rule(
        "openapi-unkept-description", .note,
        meaning: "Two descriptions are given where specs have room for one; the outer one is taken.",
        remedy: "Nothing to do.")
    static let nullableModel = Rule(
        "openapi-nullable-model", .note,
        meaning: "A schema with members allows `null`; the spec says so wherever the schema is used.",
        remedy: "Nothing to do.")
    static let missingInfo = Rule(
        "openapi-missing-info", .warning,
        meaning: "The document has no `info`; the title of the service is the name of the file.",
        remedy: "Add `info` with `title` and `version`.")
    static let unusableDiscriminator = Rule(
        "openapi-unusable-discriminator", .warning,
        meaning: "A discriminator, or an entry of its mapping, leads nowhere and is left out.",
        remedy: "Name the member under `propertyName`, and schemas that exist under `mapping`.")
    static let schemaOfItself = Rule(
        "openapi-schema-of-itself", .warning,
        meaning: "A schema is a part or an alternative of itself without a list or an object in between.",
        remedy: "Take the reference out: it changes nothing about the values.")
    static let deepSchema = Rule(
        "openapi-deep-schema", .warning,
        meaning: "Schemas without names lie in each other deeper than they are read.",
        remedy: "Give inner schemas names under `components`.")
    static let undeclaredPathParameter = Rule(
        "openapi-undeclared-path-parameter", .warning,
        meaning: "A path has a parameter in braces that nothing declares; it is taken for a text.",
        remedy: "Declare the parameter with `in: path`.")
    static let undeclaredSecurityScheme = Rule(
        "openapi-undeclared-security-scheme", .warning,
        meaning: "A requirement names a security scheme that the document does not have; it is left out.",
        remedy: "Declare the scheme under `components`, or take the requirement out.")
    static let shortenedSchemaName = Rule(
        "openapi-shortened-schema-name", .note,
        meaning:
            "A framework made the name of a schema: with a digest behind it, for a generic type, for the form of an "
            + "operation, or for one of two twins. It is called as a person would call it.",
        remedy: "Nothing to do; a line under `types` in the file of names calls it otherwise in Swift.")
    static let equalSchema = Rule(
        "openapi-equal-schema", .note,
        meaning: "A schema without a name is the same as another one; both are one type.",
        remedy: "Nothing to do; a title of its own keeps a schema apart.")
    static let takenOperationID = Rule(
        "openapi-taken-operation-id", .warning,
        meaning: "Two operations have one `operationId`; the second is named after its method and path.",
        remedy: "Give each operation an id of its own.")
    static let repeatedParameter = Rule(
        "openapi-repeated-parameter", .warning,
        meaning: "An operation has two parameters of one name in one place; the last one holds.",
        remedy: "Take one of them out.")
    static let fixedQuery = Rule(
        "openapi-fixed-query", .note,
        meaning: "A path has a query or a fragment. The query is a parameter with one value; the fragment is left out.",
        remedy: "Nothing to do; OpenAPI wants query items under `parameters`.")
    static let strayDefinition = Rule(
        "openapi-stray-definition", .warning,
        meaning: "A part of the document is where OpenAPI does not look for it, and is read all the same.",
        remedy: "Move the part to where the specification has it.")
    static let emptyMediaType = Rule(
        "openapi-empty-media-type", .warning,
        meaning: "The name of a media type is empty; the body is taken for bytes.",
        remedy: "Name the media type.")
    static let mediaRange = Rule(
        "openapi-media-range", .note,
        meaning: "A body is of a range of media types, such as `*/*`; the spec has the one that fits its schema.",
        remedy: "Name the media type that the service sends.")
    static let schemaOfItems = Rule(
        "openapi-schema-of-items", .note,
        meaning:
            "The schema of a stream, such as `text/event-stream`, is not a list; it is taken for that of each item.",
        remedy: "Write it as `itemSchema`, as OpenAPI 3.2 has it.")
    static let eventKinds = Rule(
        "openapi-event-kinds", .note,
        meaning:
            "The events of a stream hold different types, told apart by their names. Each is read as the type that fits, "
            + "or as text where one of them is text.",
        remedy: "Nothing to do; each event has the name beside it.")
    static let mergeKey = Rule(
        "openapi-merge-key", .note,
        meaning: "The document uses merge keys (`<<`) of YAML 1.1; they are replaced by the keys that they name.",
        remedy: "Nothing to do.")
    static let unusablePath = Rule(
        "openapi-unusable-path", .warning,
        meaning: "A path cannot be called as it is written: it is called as the message says, or left out.",
        remedy: "Write paths as `/things/{thing_id}`, and values of several segments as `/{name=things/*}`.")
    static let unknownType = Rule(
        "openapi-unknown-type", .warning, meaning: "A schema names a type that JSON Schema does not have.",
        remedy: "Write `string`, `integer`, `number`, `boolean`, `array` or `object`; until then any value is taken.")
    static let unusableSecurityScheme = Rule(
        "openapi-unusable-security-scheme", .warning,
        meaning: "A security scheme lacks what clients need of it, and is left out.",
        remedy: "Add `type`, and for an API key `name` and `in`.")
    static let brokenReference = Rule(
        "openapi-broken-reference", .warning,
        meaning:
            "A reference leads to nothing that the document has, to itself, or to an address, which is not fetched. A schema there is taken for any value; any other part is left out.",
        remedy: "Correct the reference; save what is at an address as a file beside the document.")
    static let unusableParameter = Rule(
        "openapi-unusable-parameter", .warning,
        meaning: "A parameter lacks its name or its place, or has a style that OpenAPI does not know.",
        remedy: "Add `name` and `in`; until then the parameter is left out, or has the usual style.")
    static let unusableStatus = Rule(
        "openapi-unusable-status", .warning,
        meaning: "An answer has a status that HTTP does not have, and is left out.",
        remedy: "Write a number of 100 to 599, `1XX` to `5XX`, or `default`.")
    static let sameCall = Rule(
        "openapi-same-call", .warning,
        meaning: "Two operations differ in nothing that a request sends; the second is left out.",
        remedy: "Tell them apart by their path, or make them one.")
    static let uncheckedPattern = Rule(
        "openapi-unchecked-pattern", .note,
        meaning:
            "A pattern cannot be followed in one pass over a text, or is not a regular expression of ECMA-262; the mock service takes every text there.",
        remedy:
            "Nothing to do for clients. Say the same without look-ahead and back references, if the mock service shall check it."
    )
    static let loosePattern = Rule(
        "openapi-loose-pattern", .note,
        meaning:
            "A pattern is invalid with the flag `u`, which OpenAPI asks for, and common; it is read as it is without the flag.",
        remedy: "Nothing to do; or take needless backslashes out, and write a hyphen last in its class.")
    static let overlayWithoutMatch = Rule(
        "openapi-overlay-without-match", .warning,
        meaning: "The target of an action of an overlay selects nothing of the document.",
        remedy: "Correct the target, or take the action out: the document may say by itself what it asked for.")
    static let overlayOfAnother = Rule(
        "openapi-overlay-of-another", .warning,
        meaning: "An overlay says by `extends` that it is written for another document; it is applied all the same.",
        remedy: "Correct `extends`, or name the document that it means.")
}
