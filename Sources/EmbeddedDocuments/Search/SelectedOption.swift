/// The options of a `select`, of which one is shown.
struct SelectedOption {
    var value: String
    var title: String
    var isSelected: Bool
    var offset: Int

    /// The options of the `select` at `index` of the page's tags.
    static func options(of index: Int, in page: PageScan) -> [SelectedOption] {
        var options: [SelectedOption] = []
        for tag in page.tags[(index + 1)...] {
            if tag.name == "select" { break }
            guard tag.name == "option" else { continue }
            let title = page.text(tag.content)
            options.append(
                SelectedOption(
                    value: tag["value"] ?? title, title: title, isSelected: tag["selected"] != nil, offset: tag.offset))
        }
        return options
    }
}
