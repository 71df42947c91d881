extension PageOrigin {
    /// Other forms of descriptions of APIs, and files that are taken for such.
    static let formats: [PageOrigin] = [
        format(
            "a Postman collection", [["_postman_id"], ["schema.getpostman.com/json/collection"]],
            "it shows requests, and no types; convert it to OpenAPI, correct that, and import it"),
        format(
            "an export of Insomnia", [["__export_format"], ["insomnia.rest/"]],
            "export the API's design document, which is OpenAPI, and import that"),
        format(
            "a log of HTTP (HAR)", [["\"log\"", "\"entries\"", "\"starteddatetime\""]],
            "it shows what was sent once; ask for the service's OpenAPI document"),
        format(
            "an AsyncAPI document", [["\nasyncapi:"], ["\"asyncapi\""]],
            "it describes messages; HTTP alone is read. Import the service's OpenAPI document"),
        format(
            "a document of Swagger 1", [["\"swaggerversion\""]],
            "convert it to Swagger 2.0 or OpenAPI 3, and import that"),
        format(
            "a Google discovery document", [["discovery#restdescription"]], "convert it to OpenAPI, and import that"),
        format("a Smithy model", [["\"smithy\"", "\"shapes\""]], "let Smithy write OpenAPI, and import that"),
        format(
            "the schema of a GraphQL server", [["\"__schema\""], ["\ntype query {"], ["\nschema {\n", "query:"]],
            "GraphQL has no operations of HTTP; generate a client with a tool for GraphQL"),
        format("a RAML file", [["#%raml"]], "convert it to OpenAPI, and import that"),
        format(
            "an API Blueprint", [["\nformat: 1a"], ["\n# group ", "\n+ response 200"]],
            "convert it to OpenAPI, and import that"),
        format(
            "a WSDL document", [["schemas.xmlsoap.org/wsdl", "<"], ["www.w3.org/ns/wsdl", "<"]],
            "SOAP is not read; ask whether the service has a REST API"),
        format("a WADL document", [["wadl.dev.java.net"]], "convert it to OpenAPI, and import that"),
        format("the metadata of an OData service", [["<edmx:edmx"]], "convert it to OpenAPI, and import that"),
        format(
            "a file of Protocol Buffers", [["\nsyntax = \"proto"]],
            "where the service has a gateway to HTTP, let protoc write its OpenAPI document, and import that"),
        format(
            "a JSON Schema", [["json-schema.org/", "\"$schema\""]],
            "it describes data and no operations; import the OpenAPI document that uses it"),
    ]

    private static func format(_ name: String, _ signs: [[String]], _ instead: String) -> PageOrigin {
        PageOrigin(name: name, signs: signs, subject: .format(instead: instead))
    }
}
