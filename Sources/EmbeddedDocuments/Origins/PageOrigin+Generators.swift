extension PageOrigin {
    /// What makes pages about HTTP APIs that say too little to be read.
    static let generators: [PageOrigin] = [
        PageOrigin(
            name: "Sphinx with its HTTP domain",
            signs: [
                ["sig-object http"], ["<dl class=\"http "], ["<dl class=\"http\""], ["\n.. http:get::"],
                ["\n.. http:post::"], ["httpdomain", "routingtable"],
            ],
            version: ["sphinx-doc.org/\">sphinx"],
            subject: .pages(
                lack: "the members of bodies and answers with their types, what is required, and enumerations",
                instead: """
                    where the pages were made with sphinxcontrib-openapi, import the document that the directive \
                    `openapi` names in their sources; otherwise \(usualPlaces)
                    """)),
        PageOrigin(
            name: "the OpenAPI extension of neoteroi-mkdocs",
            signs: [
                ["class=\"http-get\""], ["class=\"http-post\""], ["class=\"http-put\""], ["class=\"http-delete\""],
                ["class=\"api-tag\""], ["essentials-openapi"], ["[oad("],
            ],
            subject: .pages(
                lack: "which members are required, limits, defaults and the schemas of nested members",
                instead:
                    "import the document that `[OAD(…)]` names in the sources of the page; it is in their repository")
        ),
        PageOrigin(
            name: "openapi-markdown",
            signs: [["# base url", "# apis", "| url | description |"]],
            subject: .pages(
                lack: "where parameters stand, which members are required, formats and enumerations",
                instead: "import the document that the page was converted from")),
        PageOrigin(
            name: "openapi-generator (Markdown)",
            signs: [
                ["documentation for api endpoints", "http request"], ["all uris are relative to *", "http request"],
                ["[[back to model list]]", "[[back to readme]]"], ["[back to model list]", "documentation-for-models"],
                ["all uris are relative to *", "### return type"],
                ["documentation-for-api-endpoints", "## properties"],
            ],
            version: ["generator version: "],
            subject: .pages(
                lack: """
                    the status codes of answers, formats, limits and most enumerations, and name the types of one \
                    programming language
                    """,
                instead: """
                    import the document that it was generated from; the repository often has it as `api/openapi.yaml` or \
                    `openapi.yaml`
                    """)),
        PageOrigin(
            name: "openapi-generator or Swagger Codegen (html)",
            signs: [["class=\"app-desc\"", "class=\"method"], ["class=\"field-label\"", "class=\"model\""]],
            subject: .pages(
                lack: "formats, limits and enumerations of members",
                instead: "import the document that it was generated from; \(usualPlaces)")),
        PageOrigin(
            name: "docusaurus-openapi-docs",
            signs: [
                ["\napi: e", "info_path:"], ["openapi__method-endpoint"], ["theme-api-markdown"],
                ["docs-doc-id-", "openapi-tabs__"],
            ],
            version: ["docusaurus v", "docusaurus/"],
            subject: .pages(
                lack: "the document as a whole: each holds one operation, packed or drawn by scripts",
                instead: """
                    import the document that `specPath` names in the site's `docusaurus.config`; the site's repository \
                    has it, often in `static` or `openapi`
                    """)),
        PageOrigin(
            name: "Postman's documenter",
            signs: [["documenter.getpostman.com", "<script"], ["postman-documenter"], ["documenter-assets"]],
            subject: .pages(
                lack: "types, what is required and the schemas of answers: they show requests that were sent once",
                instead: """
                    ask the publisher for an OpenAPI document, or export the collection and convert it to OpenAPI, and \
                    correct what the examples do not tell
                    """)),
        PageOrigin(
            name: "Stoplight",
            signs: [["stoplight.io", "stoplight-"], ["\"stoplight\"", "workspace"], ["content=\"stoplight"]],
            subject: .pages(
                lack: "their text: scripts draw them",
                instead: "use `Export` of the page, which gives the OpenAPI document, and import that")),
        PageOrigin(
            name: "ReadMe",
            signs: [["name=\"readme-deploy\""], ["readme.io", "ssr-props"], ["content=\"readme"]],
            subject: .pages(
                lack: "the OpenAPI document that the publisher gave ReadMe, of which each page shows one operation",
                instead: "ask the publisher for it, or look in the browser's developer tools which document is loaded")),
        PageOrigin(
            name: "Mintlify", signs: [["content=\"mintlify"], ["mintlify-assets"]],
            subject: .pages(
                lack: "the document as a whole: each shows one operation",
                instead: "\(usualPlaces); with Mintlify often at `/api-reference/openapi.json`. Import that address")),
        PageOrigin(
            name: "Bump.sh", signs: [["content=\"bump.sh"], ["bump.sh", "data-operation"], ["assets.bump.sh"]],
            subject: .pages(
                lack: "the document as a whole",
                instead: "its `Download` link, or the page's address with `.json` at its end, is the document")),
        PageOrigin(
            name: "SwaggerHub", signs: [["app.swaggerhub.com", "<script"], ["swaggerhub-ui"]],
            subject: .pages(
                lack: "the document, which scripts load",
                instead:
                    "import `https://api.swaggerhub.com/apis/OWNER/NAME/VERSION`, with the names of the page's address")
        ),
        PageOrigin(
            name: "Apiary", signs: [["apiary.io", "apiary-"], ["docs.apiary.io"]],
            subject: .pages(
                lack: "their text: scripts draw them",
                instead: "download the API Blueprint, convert it to OpenAPI, and import that")),
        PageOrigin(
            name: "aglio (API Blueprint)", signs: [["danielgtaylor/aglio"], ["generated by aglio"]],
            version: ["aglio</a> ", "aglio "],
            subject: .pages(
                lack: "types and what is required where only examples are given",
                instead: "convert the API Blueprint that it was made from to OpenAPI, and import that")),
        PageOrigin(
            name: "raml2html", signs: [["raml2html"]], version: ["raml2html</a> ", "raml2html "],
            subject: .pages(
                lack: "types that the RAML file has elsewhere",
                instead: "convert the RAML file that it was made from to OpenAPI, and import that")),
        PageOrigin(
            name: "apiDoc", signs: [["apidocjs.com"], ["api_data.js"], ["\"generator\":{\"name\":\"apidoc\""]],
            version: ["\"name\":\"apidoc\",\"time\":", "apidoc - "],
            subject: .pages(
                lack: "types of nested members, status codes and media types",
                instead: "ask for an OpenAPI document; \(usualPlaces)")),
        PageOrigin(
            name: "Slate", signs: [["class=\"toc-wrapper\"", "class=\"dark-box\""], ["tocify-wrapper", "dark-box"]],
            subject: .pages(
                lack: "a form that programs could rely on: each publisher writes them by hand",
                instead: "ask for an OpenAPI document; \(usualPlaces)")),
        PageOrigin(
            name: "a GraphQL server",
            signs: [
                ["graphiql"], ["graphql-playground"], ["graphql playground"], ["spectaql"], ["graphql-voyager"],
                ["embeddable-sandbox", "graphql"], ["embeddable-explorer", "graphql"],
            ],
            version: ["spectaql ", "graphiql@", "graphiql/"],
            subject: .pages(
                lack: "operations of HTTP: GraphQL has one address and a language of queries",
                instead: "generate a client from the GraphQL schema, with a tool for GraphQL")),
    ]
}
