namespace BaseComponents.Sandbox.Authorities;

/// <summary>
/// The offices of the Sandbox. Areas, postal codes and service keys are true; offices, addresses and mailboxes are invented, and their
/// domain is one that nobody can ever own (RFC 2606).
/// </summary>
internal static class SandboxOffices
{
    private const string Domain = "amt.example";

    public static OfficeCatalogue Catalogue { get; } = SandboxData.ReadCatalogue();

    public static IReadOnlyList<SandboxOffice> All { get; } = [.. Catalogue.Seats.SelectMany(Usual), .. Catalogue.Additional.Select(Special)];

    /// <summary>The mailbox of every office, such as <c>steueramt@freiberg.amt.example</c>.</summary>
    public static IReadOnlyList<string> MailAddresses { get; } = [.. All.Select(office => office.MailAddress)];

    private static IEnumerable<SandboxOffice> Usual(Seat seat) => seat.Offices.Select(kind => At(seat, kind, Catalogue.Kinds[kind].Name) with
    {
        Services = [.. Catalogue.Kinds[kind].Services.Except(seat.Except ?? [])],
    });

    private static SandboxOffice Special(AdditionalOffice office)
    {
        var seat = Catalogue.Seats.Single(seat => seat.Slug == office.Seat);
        return At(seat, office.Office, office.Name) with
        {
            Services = office.Services,
            Role = office.Role,
            ValidUntil = office.ValidUntil,
            AdvisesOnly = office.AdvisesOnly,
        };
    }

    private static SandboxOffice At(Seat seat, string office, string name) => new()
    {
        Id = $"{seat.Slug}.{office}",
        Name = $"{seat.Title}, {name}",
        MailAddress = $"{office}@{seat.Slug}.{Domain}",
        PostalCode = seat.PostalCode,
        City = seat.City,
        Areas = seat.Areas,
        Services = [],
    };
}
