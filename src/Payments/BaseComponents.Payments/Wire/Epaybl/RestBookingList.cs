namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>REST connector, body of POST buchungslisten. Names are the wire's; <c>haushaltstelle</c> has one s there.</summary>
internal sealed record RestBookingList
{
    public string? Kassenzeichennummer { get; init; }

    public string? Faelligkeitsdatum { get; init; }

    public string? Waehrungskennzeichen { get; init; }

    public string? KennzeichenMahnverfahren { get; init; }

    public string? Transaktionsnummer { get; init; }

    public IReadOnlyList<string>? Zahlverfahrencodes { get; init; }

    public IReadOnlyList<RestBooking>? Buchungen { get; init; }

    public string? Beschreibung { get; init; }

    public RestCustomer? Kunde { get; init; }

    public IReadOnlyDictionary<string, string>? Buchungslistenparameter { get; init; }

    public RestAddresses? Fachverfahrendaten { get; init; }

    public string? Zahltyp { get; init; }

    public decimal Betrag { get; init; }
}

/// <summary>REST connector, buchungen.</summary>
internal sealed record RestBooking
{
    public decimal Bruttobetrag { get; init; }

    public decimal Nettobetrag { get; init; }

    public decimal Steuerbetrag { get; init; }

    public string? Id { get; init; }

    public string? Buchungstext { get; init; }

    public RestAccount? Kontierung { get; init; }
}

/// <summary>REST connector, kontierung.</summary>
internal sealed record RestAccount(string? Haushaltstelle, string? Objektnummer);

/// <summary>REST connector, kunde.</summary>
internal sealed record RestCustomer(string? Name, string? Vorname, string? Typ, string? Kundennummer, bool Firmenkunde)
{
    public override string ToString() => nameof(RestCustomer);
}

/// <summary>REST connector, fachverfahrendaten.</summary>
internal sealed record RestAddresses(string? NotifyUrl, string? SuccessUrl, string? ErrorUrl, string? CancelUrl);
