using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>
/// An account of a unit, as the delivery names it. It is a hint for whoever sets up payments, and for showing: money is sent to accounts of
/// the configuration only.
/// </summary>
/// <remarks>Bankverbindung.</remarks>
public sealed record BankAccount
{
    /// <summary>The account's number without spaces, its check digits right; none where the delivery's is wrong.</summary>
    /// <remarks>IBAN, ISO 13616.</remarks>
    public string? Iban { get; init; }

    /// <summary>Whether the delivery names a number whose check digits or form are wrong.</summary>
    public bool HasInvalidIban { get; init; }

    /// <summary>The bank's code, as delivered.</summary>
    /// <remarks>BIC.</remarks>
    public string? Bic { get; init; }

    /// <summary>Who it belongs to.</summary>
    /// <remarks>Zahlungsempfänger.</remarks>
    public string? Holder { get; init; }

    /// <summary>Name of the bank.</summary>
    public string? Bank { get; init; }

    /// <summary>The services it is for, by their identifiers in the delivery; empty for all services of the unit.</summary>
    public IReadOnlyList<OfficeId> ServiceIds { get; init; } = [];

    /// <summary>The services of <see cref="ServiceIds"/> by their keys, as far as the deliveries hold them.</summary>
    public IReadOnlyList<LeikaKey> Services { get; init; } = [];

    /// <summary>Whether it is for a service: it is named for it, or for no service in particular.</summary>
    public bool IsFor(LeikaKey service) => ServiceIds.Count == 0 || Services.Contains(service);
}
