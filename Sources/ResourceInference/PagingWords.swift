/// The words by which interfaces name the parts of paging.
///
/// Names are compared without case, blanks and punctuation: `page_size`, `pageSize` and `page[size]` are one word.
enum PagingWords {
    /// Parameters with the number of a page.
    static let pages: Set<String> = [
        "page", "pageno", "pagenum", "pagenumber", "pageindex", "currentpage", "pagenr",
    ]
    /// Parameters with the number of items before a page.
    static let offsets: Set<String> = [
        "offset", "skip", "start", "startindex", "startat", "from", "pageoffset", "startoffset", "startrow",
    ]
    /// Parameters with the greatest number of items on a page.
    static let sizes: Set<String> = [
        "size", "pagesize", "limit", "perpage", "maxresults", "maxitems", "maxkeys", "count", "top", "take", "rows",
        "numofrows", "pagelimit", "itemsperpage", "resultsperpage", "maxpagesize", "maxrecords", "first", "pagelength",
    ]
    /// Parameters with what the page before told.
    static let markers: Set<String> = [
        "marker", "cursor", "pagetoken", "nexttoken", "continuationtoken", "continuation", "after", "startingafter",
        "nextcursor", "pagecursor", "pageafter", "scrollid", "startkey", "exclusivestartkey", "lastkey", "lastid",
        "nextmarker", "bookmark", "startcursor", "startafter", "pagemarker", "nextpagetoken", "afterid", "sinceid",
        "token", "pagekey", "nextkey", "startfrom", "paginationtoken", "pageid", "next", "startid",
    ]
    /// Of these, parameters that take the identifier of an item where the response tells no marker.
    static let itemMarkers: Set<String> = [
        "marker", "startingafter", "lastid", "afterid", "sinceid", "startafter", "after",
    ]
    /// Properties and header fields with the marker of the next page.
    static let nextMarkers: Set<String> = [
        "nextmarker", "nextcursor", "nextpagetoken", "nexttoken", "nextcontinuationtoken", "next", "nextpage",
        "endcursor", "nextkey", "nextstartkey", "lastevaluatedkey", "nextid", "nextpagecursor", "nextafter",
        "nextpagekey", "cursornext", "nextstartafter", "nextpagemarker", "nextpagestart",
    ]
    /// Those whose name does not say that it is the next page's.
    static let bareMarkers: Set<String> = [
        "cursor", "marker", "after", "bookmark", "continuationtoken", "continuation", "scrollid", "paginationtoken",
        "pagetoken",
    ]
    /// Properties with the address of the next page.
    static let nextAddresses: Set<String> = [
        "next", "nextlink", "nexturl", "nexturi", "nexthref", "nextpage", "nextpageurl", "nextpageuri", "nextpagelink",
        "odatanextlink", "nextrecordsurl", "linknext",
    ]
    /// Properties with a list of links, of which one may lead to the next page.
    static let links: Set<String> = ["links", "link", "pagelinks", "paginglinks", "paginationlinks"]
    /// Properties with lists that tell of the call and not of what is listed.
    static let notices: Set<String> = ["errors", "warnings", "messages", "notices", "notifications", "problems"]
    /// Properties with the number of all items, the plainest first.
    static let counts = [
        "totalcount", "total", "totalelements", "totalitems", "totalresults", "totalrecords", "totalhits",
        "recordcount",
        "numfound", "itemcount", "count", "odatacount", "totalsize", "resultcount", "hits",
    ]
    /// Header fields with the number of all items.
    static let countHeaders: Set<String> = ["totalcount", "total", "totalitems", "totalelements", "count"]
    /// Properties that say whether a page follows.
    static let mores: Set<String> = [
        "hasmore", "hasnext", "hasnextpage", "more", "istruncated", "truncated", "hasmoreitems", "hasmoreresults",
        "moreitems",
    ]
    /// Properties with an object about the page, in place of a part of what is listed.
    static let wrappers: Set<String> = [
        "meta", "metadata", "pagination", "paging", "page", "pageinfo", "links", "cursor", "cursors",
        "responsemetadata",
        "next", "pagedetails", "paginginfo", "paginationinfo", "resultinfo", "pages", "listmetadata", "resultset",
    ]

    /// A name without case, blanks and punctuation.
    static func plain(_ name: String) -> String {
        name.filter { $0.isLetter || $0.isNumber }.lowercased()
    }
}
