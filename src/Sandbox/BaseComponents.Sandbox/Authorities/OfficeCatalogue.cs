namespace BaseComponents.Sandbox.Authorities;

/// <summary>The compact form in which the Sandbox keeps its invented offices; the delivery is written from it.</summary>
internal sealed record OfficeCatalogue(
    IReadOnlyList<ServiceEntry> Services,
    IReadOnlyDictionary<string, OfficeKind> Kinds,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<AdditionalOffice> Additional);

/// <param name="Key">True key of the service, 14 digits.</param>
/// <param name="Name">Name for citizens.</param>
/// <param name="Synonyms">Other words for it.</param>
internal sealed record ServiceEntry(string Key, string Name, IReadOnlyList<string> Synonyms);

/// <param name="Name">Such as "Steueramt".</param>
/// <param name="Services">What such an office does.</param>
internal sealed record OfficeKind(string Name, IReadOnlyList<string> Services);

/// <summary>An administration with its offices.</summary>
/// <param name="Title">Such as "Stadtverwaltung Freiberg".</param>
/// <param name="Slug">Its part of the mail domain.</param>
/// <param name="Areas">Region keys it is competent for.</param>
/// <param name="Offices">Kinds of office it has.</param>
/// <param name="PostalCode">Of its address.</param>
/// <param name="City">Of its address.</param>
/// <param name="Except">Services its offices of the usual kinds do not do here.</param>
internal sealed record Seat(
    string Title,
    string Slug,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Offices,
    string PostalCode,
    string City,
    IReadOnlyList<string>? Except = null);

/// <summary>An office that shows a special case.</summary>
/// <param name="Office">Its part of the mail address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seat">Slug of the administration it belongs to.</param>
/// <param name="Services">What it does.</param>
/// <param name="Role">01 decides, 02 decides and advises, 03 advises.</param>
/// <param name="ValidUntil">Last day of its competence.</param>
/// <param name="AdvisesOnly">Named as competent, but marked as "Beraten".</param>
internal sealed record AdditionalOffice(
    string Office,
    string Name,
    string Seat,
    IReadOnlyList<string> Services,
    string Role = "01",
    string? ValidUntil = null,
    bool AdvisesOnly = false);
