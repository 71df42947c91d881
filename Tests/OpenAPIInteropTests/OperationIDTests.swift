import APISpec
import OpenAPIInterop
import Testing

@Suite("Ids of operations that frameworks make")
struct OperationIDTests {
    private func ids(_ operations: (method: String, path: String, id: String, summary: String)...) throws -> [String] {
        var text = "openapi: 3.1.0\ninfo: {title: Ids, version: '1'}\nservers: [{url: 'https://a.example'}]\npaths:\n"
        for operation in operations {
            text += "  \(operation.path):\n    \(operation.method): {operationId: '\(operation.id)', "
            text += "summary: '\(operation.summary)', responses: {'204': {description: OK}}}\n"
        }
        return try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").document.operations.map(\.id)
    }

    @Test(arguments: [
        ("post", "/boats", "create_boat_boats_post", "", "createBoat"),
        ("post", "/boats", "createBoatBoatsPost", "", "createBoat"),
        ("get", "/v1/boats/{boat_id}", "get_boat_v1_boats__boat_id__get", "", "getBoat"),
        ("get", "/boats/{boatId}", "BoatsBoatIdGetBoat", "Get Boat", "getBoat"),
        ("get", "/boats", "get~list_boats", "", "listBoats"), ("get", "/boats", "post~list_boats", "", "postListBoats"),
        ("get", "/boats", "boats_api_list_boats", "List Boats", "listBoats"),
        ("get", "/boats", "hire.boats.views.list_boats", "List Boats", "listBoats"),
        ("get", "/boats", "get_list_boats", "", "listBoats"), ("get", "/boats/{id}", "get_get_boat", "", "getBoat"),
        ("get", "/boats", "get_sailing_boats", "Sailing Boats", "sailingBoats"),
        ("post", "/boats", "post_create_boat", "", "createBoat"),
        ("delete", "/boats/{id}", "delete_remove_boat", "Remove boat", "removeBoat"),
        // What the method does is said by the method where a noun follows it.
        ("delete", "/posts/{id}/comment", "deletePostComment", "", "deletePostComment"),
        ("delete", "/streams/{id}", "delete_log_stream", "", "deleteLogStream"),
        ("delete", "/jobs/{id}", "deleteImportJob", "", "deleteImportJob"),
        ("get", "/orders", "getOpenOrders", "", "getOpenOrders"),
        ("get", "/lists/{id}/members", "getListMembers", "", "getListMembers"),
        ("put", "/boats/{id}", "put_update_boat", "", "putUpdateBoat"),
        ("patch", "/boats/{id}", "patch_set_boat", "", "patchSetBoat"),
        ("post", "/boats", "post_search_result", "", "postSearchResult"),
        // Words that say something stay.
        ("get", "/boats", "get_boats", "", "getBoats"),
        ("get", "/boats", "list_open_boats", "Open Boats", "listOpenBoats"),
        ("get", "/boats", "post_list_boats", "", "postListBoats"),
        ("get", "/boats", "boats_api_list", "List", "boatsApiList"),
        // What remains is not a name, or nobody says that it is one.
        ("get", "/boats", "boats_get", "", "boatsGet"), ("get", "/boats", "boatsList", "All boats", "boatsList"),
        ("get", "/boats", "list_boats", "", "listBoats"),
        ("put", "/boats", "create_boat_boats_post", "", "createBoatBoatsPost"),
        ("get", "/", "root__get", "", "rootGet"),
    ])
    func id(_ method: String, _ path: String, _ id: String, _ summary: String, _ expected: String) throws {
        #expect(try ids((method, path, id, summary)) == [expected])
    }

    @Test("Ids that would become equal stay as they are")
    func equal() throws {
        #expect(
            try ids(
                ("get", "/boats", "show_boats_get", ""), ("get", "/piers", "show_piers_get", ""),
                ("get", "/ropes", "list_ropes_get", "")) == ["showBoatsGet", "showPiersGet", "list"])
    }

    private func made(_ operations: [(method: String, path: String)], more: String = "") throws -> [String] {
        var text = "openapi: 3.1.0\ninfo: {title: Ids, version: '1'}\nservers: [{url: 'https://a.example'}]\npaths:\n"
        for operation in operations {
            text += "  \(operation.path):\n    \(operation.method): {responses: {'204': {description: OK}}}\n"
        }
        return try OpenAPIImporter().read(Array((text + more).utf8), file: "a.yaml").document.operations.map(\.id)
    }

    /// A verb of the path takes the place of the method; all other words stay.
    @Test(arguments: [
        ("get", "/boats/{id}", "getBoatsId"), ("get", "/get/boats", "getBoats"), ("get", "/getBoats", "getBoats"),
        ("get", "/v1/get-boats/{id}", "getV1BoatsId"), ("get", "/boats/getAll", "getBoatsAll"), ("get", "/get", "get"),
        ("post", "/post/boats", "postBoats"), ("delete", "/delete/{id}", "deleteId"),
        ("delete", "/boats/{id}/delete", "deleteBoatsId"), ("put", "/put/boats", "putBoats"),
        ("patch", "/boats/patch", "patchBoats"), ("get", "/boats/list", "listBoats"),
        ("get", "/list/boats", "listBoats"), ("get", "/list-boats", "listBoats"),
        ("post", "/create-boat", "createBoat"), ("post", "/boats/create", "createBoats"),
        ("post", "/v2/boats/add", "addV2Boats"),
        // Nouns, and verbs of other methods, say what is acted on.
        ("get", "/shopping/list", "getShoppingList"), ("get", "/list/{id}", "getListId"),
        ("get", "/boats/list/{id}", "getBoatsListId"), ("get", "/boats/{id}/list", "getBoatsIdList"),
        ("get", "/address/list", "getAddressList"), ("post", "/get/boats", "postGetBoats"),
        ("get", "/posts/{id}", "getPostsId"), ("get", "/getaway", "getGetaway"),
        ("put", "/update/boats", "putUpdateBoats"), ("delete", "/boats/remove", "deleteBoatsRemove"),
        ("get", "/{get}/boats", "getGetBoats"),
    ])
    func madeNameSaysTheVerbOnce(_ method: String, _ path: String, _ expected: String) throws {
        #expect(try made([(method, path)]) == [expected])
    }

    @Test func madeNamesThatAreEqualAreNumberedInTheirOrder() throws {
        #expect(
            try made([("get", "/boats/list"), ("get", "/list/boats"), ("get", "/boats")])
                == ["listBoats", "listBoats2", "getBoats"])
    }
}
