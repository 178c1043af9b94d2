using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>The address claim (OpenID Connect Core, section 5.1.1) in the model's three shapes.</summary>
internal static class AddressMapper
{
    public static EidAddress? Map(JsonElement? claim, ICollection<string> noAddressTexts)
    {
        if (claim is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Object && Structured(value) is { } structured)
            return structured;
        var text = ClaimReader.Member(value, "formatted") ?? ClaimReader.Text(value);
        if (text is null)
            return null;
        return noAddressTexts.Contains(text) ? new NoAddress(text) : new FreeTextAddress(text);
    }

    /// <summary>A place: a text, or the town of an object (OpenID Connect for Identity Assurance).</summary>
    public static string? Place(JsonElement? claim) => claim is { } value
        ? ClaimReader.Text(value) ?? ClaimReader.Member(value, "locality") ?? ClaimReader.Member(value, "formatted")
        : null;

    private static StructuredAddress? Structured(JsonElement value)
    {
        var address = new StructuredAddress
        {
            Street = ClaimReader.Member(value, "street_address"),
            PostalCode = ClaimReader.Member(value, "postal_code"),
            Locality = ClaimReader.Member(value, "locality"),
            Region = ClaimReader.Member(value, "region"),
            Country = ClaimReader.Member(value, "country") is { } country ? new CountryCode(country) : null,
        };
        return address == new StructuredAddress() ? null : address;
    }
}
