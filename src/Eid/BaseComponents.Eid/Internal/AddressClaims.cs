namespace BaseComponents.Eid.Internal;

/// <summary>The three shapes of an address as claims; one claim names the shape.</summary>
internal static class AddressClaims
{
    private const string Shape = "eid.address";
    private const string Text = "eid.address.text";

    public static IEnumerable<(string Type, string? Value)> Write(EidAddress? address) => address switch
    {
        StructuredAddress structured => [(Shape, nameof(StructuredAddress)), .. Parts(structured)],
        FreeTextAddress free => [(Shape, nameof(FreeTextAddress)), (Text, free.Text)],
        NoAddress none => [(Shape, nameof(NoAddress)), (Text, none.Text)],
        _ => [],
    };

    public static EidAddress? Read(Func<string, string?> text) => text(Shape) switch
    {
        nameof(StructuredAddress) => ReadParts(text),
        nameof(FreeTextAddress) => new FreeTextAddress(text(Text) ?? ""),
        nameof(NoAddress) => new NoAddress(text(Text)),
        _ => null,
    };

    private static IEnumerable<(string Type, string? Value)> Parts(StructuredAddress address) =>
    [
        ("eid.address.street", address.Street),
        ("eid.address.house_number", address.HouseNumber),
        ("eid.address.supplement", address.Supplement),
        ("eid.address.postal_code", address.PostalCode),
        ("eid.address.locality", address.Locality),
        ("eid.address.district", address.District),
        ("eid.address.region", address.Region),
        ("eid.address.country", address.Country?.Text),
    ];

    private static StructuredAddress ReadParts(Func<string, string?> text) => new()
    {
        Street = text("eid.address.street"),
        HouseNumber = text("eid.address.house_number"),
        Supplement = text("eid.address.supplement"),
        PostalCode = text("eid.address.postal_code"),
        Locality = text("eid.address.locality"),
        District = text("eid.address.district"),
        Region = text("eid.address.region"),
        Country = text("eid.address.country") is { } country ? new CountryCode(country) : null,
    };
}
