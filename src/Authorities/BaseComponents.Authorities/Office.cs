using System.Text.Json.Serialization;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>A unit of the administration that is competent for a service.</summary>
/// <param name="Id">Identifies the unit in the editorial system that delivered it.</param>
/// <param name="Name">German name, such as <c>Stadtverwaltung Freiberg, Steueramt</c>.</param>
/// <remarks>Organisationseinheit, zuständige Stelle.</remarks>
public sealed record Office(OfficeId Id, string Name)
{
    /// <summary>Whether the unit decides, advises, or both.</summary>
    public OfficeRole Role { get; init; } = OfficeRole.Competent;

    /// <summary>Where the unit is; none where the delivery does not say.</summary>
    public OfficeAddress? Address { get; init; }

    /// <summary>All addresses of the unit; <see cref="Address"/> is the first.</summary>
    public IReadOnlyList<OfficeAddress> Addresses { get; init; } = [];

    /// <summary>The unit's electronic mail address; none where the delivery holds none or an invalid one.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The unit's telephone number, as delivered.</summary>
    public string? Telephone { get; init; }

    /// <summary>The unit's web page (http or https only).</summary>
    public Uri? WebPage { get; init; }

    /// <summary>
    /// Names of the properties whose newest value is not used, since it changed and nobody has confirmed it; the value here is the one before.
    /// Empty as a rule.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> HeldBack { get; init; } = [];

    /// <summary>All ways to reach the unit, as delivered.</summary>
    public IReadOnlyList<OfficeChannel> Channels { get; init; } = [];

    /// <summary>The unit's De-Mail address; none where the delivery holds none or an invalid one.</summary>
    public string? DeMailAddress { get; init; }

    /// <summary>The unit's mailbox in the electronic legal traffic; none where the delivery holds none.</summary>
    /// <remarks>EGVP.</remarks>
    public string? EgvpAddress { get; init; }

    /// <summary>The unit's key in the directory of services: a prefix and digits; none where the delivery holds none or an invalid one.</summary>
    /// <remarks>DVDV, Deutsches Verwaltungsdiensteverzeichnis.</remarks>
    public string? ServiceConnectionKey { get; init; }

    /// <summary>The unit's accounts in the service portal, each once. <see cref="Competence.Single"/> demands exactly one.</summary>
    /// <remarks>Servicekonto, Behördenkonto.</remarks>
    public IReadOnlyList<string> ServiceAccounts { get; init; } = [];

    /// <summary>Where an application for the service that was asked for goes over FIT-Connect; set in answers only, none where the delivery names none.</summary>
    /// <remarks>Zustellpunkt.</remarks>
    public Guid? Destination { get; init; }

    /// <summary>All FIT-Connect destinations that the data names for the unit, whatever the service; <see cref="Destination"/> says which one is asked for.</summary>
    /// <remarks>Zustellpunkte.</remarks>
    public IReadOnlyList<Guid> Destinations { get; init; } = [];

    /// <summary>Whether the unit only advises in the matter that was asked for, whatever its role; set in answers only.</summary>
    /// <remarks>Ausprägung <c>Beraten</c>.</remarks>
    public bool OnlyAdvises { get; init; }

    /// <summary>The unit's accounts at banks.</summary>
    /// <remarks>Bankverbindungen.</remarks>
    public IReadOnlyList<BankAccount> BankAccounts { get; init; } = [];

    /// <summary>How one can pay at the unit.</summary>
    public IReadOnlyList<PaymentMeans> PaymentMeans { get; init; } = [];

    /// <summary>When the unit is open, in words.</summary>
    /// <remarks>Öffnungszeiten.</remarks>
    public IReadOnlyList<LocalText> OpeningHours { get; init; } = [];

    /// <summary>Whether and how people with disabilities get in; empty where the delivery does not say, or its name is not configured.</summary>
    /// <remarks>Barrierefreiheit.</remarks>
    public IReadOnlyList<LocalText> Accessibility { get; init; } = [];

    /// <summary>The accounts for a service: those named for it, or else those named for no service in particular.</summary>
    public IReadOnlyList<BankAccount> AccountsFor(LeikaKey service)
    {
        BankAccount[] own = [.. BankAccounts.Where(account => account.ServiceIds.Count > 0 && account.IsFor(service))];
        return own.Length > 0 ? own : [.. BankAccounts.Where(account => account.ServiceIds.Count == 0)];
    }
}
