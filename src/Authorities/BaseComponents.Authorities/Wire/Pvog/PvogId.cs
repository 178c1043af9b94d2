namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Identifiers of the service: editor, kind of object and number, such as <c>L100042.OE.2292</c>.</summary>
internal static class PvogId
{
    public const int Longest = 200;

    /// <summary>The identifier if it can be one, otherwise null.</summary>
    public static string? Read(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(character => character is > ' ' and <= '~') ? text : null;

    /// <summary>The identifier as deliveries write it: the editor as agency, the number as value.</summary>
    public static OfficeId ToOfficeId(string id, string scheme) =>
        id.Split('.', 3) is [{ Length: > 0 } agency, _, { Length: > 0 } number] ? new OfficeId(agency, scheme, number) : new OfficeId("", scheme, id);
}
