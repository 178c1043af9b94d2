namespace BaseComponents.Eid.Internal;

/// <summary>The document as claims; one claim says that there is one.</summary>
internal static class DocumentClaims
{
    private const string Is = "eid.document";
    private const string Type = "eid.document.type";
    private const string IssuingState = "eid.document.issuing_state";

    public static IEnumerable<(string Type, string? Value)> Write(EidDocument? document) =>
        document is null ? [] : [(Is, "1"), (Type, document.Type), (IssuingState, document.IssuingState?.Text)];

    public static EidDocument? Read(Func<string, string?> text) => text(Is) is null
        ? null
        : new EidDocument { Type = text(Type), IssuingState = text(IssuingState) is { } state ? new CountryCode(state) : null };
}
