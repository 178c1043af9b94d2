namespace BaseComponents.Authorities.Internal.Regions;

/// <summary>The words of one municipality, folded: those of its name, and those that only tell it apart.</summary>
/// <param name="Names">Each language's name, in both folded forms, and all of them in one row.</param>
/// <param name="Words">The words of the names, in both forms; a name of several words also as one, for those who leave out the space.</param>
/// <param name="Others">What the office of statistics adds (Stadt, Kurort), and the words of the district.</param>
internal sealed record PlaceWords(string[] Names, string[] Words, string[] Others)
{
    private static readonly string[] DistrictWords = ["landkreis", "kreis", "lk"];

    public static PlaceWords Of(Municipality place)
    {
        var parts = place.Name.Split(" / ").Select(part => part.Split(", ")).ToArray();
        var names = parts.Select(part => part[0]).ToArray();
        string[] folded = [.. Folded(names.Length > 1 ? [.. names, string.Join(' ', names)] : names)];
        return new PlaceWords(
            folded,
            [.. folded.SelectMany(name => name.Split(' ')).Concat(folded.Where(name => name.Contains(' ', StringComparison.Ordinal)).Select(Squeezed)).Distinct()],
            [.. Folded(parts.SelectMany(part => part.Skip(1))).SelectMany(text => text.Split(' ')).Concat(OfDistrict(place)).Distinct()]);
    }

    public static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> OfDistrict(Municipality place) =>
        place.District is { } district ? [.. DistrictWords, .. Folded([district]).SelectMany(text => text.Split(' '))] : [];

    private static IEnumerable<string> Folded(IEnumerable<string> texts) =>
        texts.SelectMany(text => new[] { Folding.Full(text), Folding.Bare(text) }).Where(text => text.Length > 0).Distinct();
}
