using System.Globalization;

namespace BaseComponents.Eid.Internal;

/// <summary>The document as claims; one claim says that there is one.</summary>
internal static class DocumentClaims
{
    private const string Is = "eid.document";
    private const string Type = "eid.document.type";
    private const string IssuingState = "eid.document.issuing_state";
    private const string DateOfExpiry = "eid.document.expiry";
    private const string ResidencePermit = "eid.document.residence_permit";
    private const string DateForm = "yyyy-MM-dd";

    public static IEnumerable<(string Type, string? Value)> Write(EidDocument? document) =>
        document is null
            ? []
            :
            [
                (Is, "1"),
                (Type, document.Type),
                (IssuingState, document.IssuingState?.Text),
                (DateOfExpiry, document.DateOfExpiry?.ToString(DateForm, CultureInfo.InvariantCulture)),
                (ResidencePermit, document.ResidencePermit),
            ];

    public static EidDocument? Read(Func<string, string?> text) => text(Is) is null
        ? null
        : new EidDocument
        {
            Type = text(Type),
            IssuingState = text(IssuingState) is { } state ? new CountryCode(state) : null,
            DateOfExpiry = DateOnly.TryParseExact(text(DateOfExpiry), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry) ? expiry : null,
            ResidencePermit = text(ResidencePermit),
        };
}
