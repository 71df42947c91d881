/// What the site prints around and between what a guide says, as data: one table for each language.
///
/// None of it says anything of the API, wherever it stands. Sentences are compared without regard to case, to the width
/// of white space, and to a full stop at their end.
struct FurnitureWords {
    /// The language, as `lang` attributes name it.
    var language: String
    /// Whole lines.
    var sentences: [String]
    /// How lines begin whose rest differs from page to page.
    var openings: [String]
    /// Labels of buttons and tabs; only in front of an example are they known from words of the guide.
    var controls: [String]
    /// What the guide itself repeats beside versions that have come to their end.
    var notices: [String]

    /// How commands begin that an example shows beside its JSON.
    static let commands = ["curl ", "$ curl ", "wget ", "http ", "https ", "#!/"]
}
