import Testing

@testable import MockService

@Suite struct ExplanationTests {
    @Test func itTellsWhichOperationDoesWhat() throws {
        #expect(
            MockService.explain(try Specs.model(Specs.loans)) == """
                Library: 10 operations, versions 3, 2, 1

                shelf
                  members of    /shelves
                  one is        /shelves/{shelf_id}
                  create        createShelf
                  list          listShelves, items in `shelves`
                  show          showShelf
                  update        updateShelf
                  delete        deleteShelf
                  id            `id`, within `shelf`; new ones are 8 hexadecimal digits
                  state         `state`: BUILDING, then READY; REMOVING while it is deleted
                  as documented showCover (GET /shelves/{shelf_id}/covers/{name}.{kind})

                book
                  members of    /shelves/{shelf_id}/books
                  one is        /shelves/{shelf_id}/books/{isbn}
                  belongs to    shelf
                  create        createBook
                  list          listBooks
                  show          showBook
                  id            `isbn`; new ones are `978-` and 12 hexadecimal digits
                  state         none is known

                answered as documented, whatever was called before
                  showNextVersion (GET /next)

                """)
    }

    @Test func withoutStateThereIsNothingToTell() throws {
        var options = MockService.Options()
        options.isStateful = false
        let text = MockService.explain(Specs.greenhouse, options: options)
        #expect(text.contains("Greenhouse: 9 operations, versions 1.2, 1.1, 1.0\n\nanswered as documented"))
        #expect(!text.contains("not stored"))
    }
}
