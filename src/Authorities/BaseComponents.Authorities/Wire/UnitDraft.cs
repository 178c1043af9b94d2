namespace BaseComponents.Authorities.Wire;

/// <summary>What of a unit has been read so far.</summary>
internal sealed class UnitDraft
{
    public readonly List<XzufiCompetence> Competences = [];
    public readonly List<LocalText> Names = [];
    public readonly List<OfficeAddress> Addresses = [];
    public readonly List<OfficeChannel> Channels = [];
    public readonly List<BankAccount> Accounts = [];
    public readonly List<PaymentMeans> PaymentMeans = [];
    public readonly List<LocalText> OpeningHours = [];
    public readonly List<LocalText> Accessibility = [];
    public readonly List<string> ServiceAccounts = [];
    public List<(DateOnly? From, DateOnly? To)>? Intervals;
    public OfficeId? Id;
    public string? MailAddress;
    public string? Telephone;
    public Uri? WebPage;
    public string? DeMailAddress;
    public string? EgvpAddress;
    public string? ServiceConnectionKey;

    /// <summary>Addresses, channels and the like; there are never many.</summary>
    public int Parts;

    /// <exception cref="BadObjectException">It has no identifier or no name.</exception>
    public XzufiUnit Finish()
    {
        var id = Id ?? throw new BadObjectException("It has no id.");
        var name = XzufiParts.German(Names) ?? throw new BadObjectException("It has no name.");
        // Competences that were read before the identifier do not know it.
        for (var index = 0; index < Competences.Count && Competences[index].Unit == default; index++)
            Competences[index] = Competences[index] with { Unit = id };
        return new XzufiUnit(Office(id, name), XzufiParts.ToValidity(Intervals), Competences);
    }

    private Office Office(OfficeId id, string name) => new(id, name)
    {
        Address = Addresses.Count > 0 ? Addresses[0] : null,
        Addresses = Addresses,
        MailAddress = MailAddress,
        Telephone = Telephone,
        WebPage = WebPage,
        Channels = Channels,
        DeMailAddress = DeMailAddress,
        EgvpAddress = EgvpAddress,
        ServiceConnectionKey = ServiceConnectionKey,
        ServiceAccounts = ServiceAccounts,
        BankAccounts = Accounts,
        PaymentMeans = PaymentMeans,
        OpeningHours = OpeningHours,
        Accessibility = Accessibility,
    };
}
