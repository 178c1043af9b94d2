using System.Globalization;
using System.Text.Json;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>REST connector, body of POST buchungslisten.</summary>
internal sealed record EpayblRestList
{
    public string? Kassenzeichennummer { get; init; }

    public string? Faelligkeitsdatum { get; init; }

    public string? Waehrungskennzeichen { get; init; }

    public string? KennzeichenMahnverfahren { get; init; }

    public string? Transaktionsnummer { get; init; }

    public IReadOnlyList<string?>? Zahlverfahrencodes { get; init; }

    public IReadOnlyList<EpayblRestBooking?>? Buchungen { get; init; }

    public string? Beschreibung { get; init; }

    public EpayblRestCustomer? Kunde { get; init; }

    public EpayblRestAddresses? Fachverfahrendaten { get; init; }

    public string? Zahltyp { get; init; }

    public decimal? Betrag { get; init; }

    public EpayblList ToList(string bewirtschafter) => new()
    {
        TransactionNumber = Transaktionsnummer,
        Kassenzeichen = Kassenzeichennummer,
        Amount = Betrag,
        Currency = Waehrungskennzeichen,
        DueAt = DateTimeOffset.TryParseExact(Faelligkeitsdatum, "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due) ? due : null,
        DunningKey = KennzeichenMahnverfahren,
        Bewirtschafter = bewirtschafter,
        CustomerNumber = Kunde?.Kundennummer,
        Description = Beschreibung,
        Methods = Zahlverfahrencodes ?? [],
        Bookings = [.. (Buchungen ?? []).Select(booking => new EpayblLine(booking?.Gross, booking?.Buchungstext, booking?.Kontierung?.Haushaltstelle, booking?.Kontierung?.Objektnummer))],
        NotifyUrl = Fachverfahrendaten?.NotifyUrl,
        SuccessUrl = Fachverfahrendaten?.SuccessUrl,
        ErrorUrl = Fachverfahrendaten?.ErrorUrl,
        CancelUrl = Fachverfahrendaten?.CancelUrl,
    };

    /// <summary>Whether it asks for a pay page, with a customer of this one time and an address to return to.</summary>
    public string? Refusal()
    {
        if (Zahltyp != "PAYPAGE" || Kunde is not { Typ: "TEMPORAER", Kundennummer: { Length: >= 1 and <= 100 } })
            return "-0509";
        if (Kunde.Name is not { Length: >= 1 and <= 27 })
            return "-0103";
        if (Kunde.Vorname is { Length: > 27 })
            return "-0104";
        return ReturnAddress.Parse(Fachverfahrendaten?.SuccessUrl) is null ? "-0612" : null;
    }
}

/// <summary>REST connector, buchungen.</summary>
internal sealed record EpayblRestBooking(decimal? Bruttobetrag, decimal? Nettobetrag, decimal? Steuerbetrag, string? Buchungstext, EpayblRestAccount? Kontierung)
{
    /// <summary>The gross amount, if it is the sum of net amount and tax.</summary>
    public decimal? Gross => Bruttobetrag == Nettobetrag + Steuerbetrag ? Bruttobetrag : null;
}

/// <summary>REST connector, kontierung; the wire writes <c>haushaltstelle</c> with one s.</summary>
internal sealed record EpayblRestAccount(string? Haushaltstelle, string? Objektnummer);

/// <summary>REST connector, kunde.</summary>
internal sealed record EpayblRestCustomer(string? Name, string? Vorname, string? Typ, string? Kundennummer, bool? Firmenkunde);

/// <summary>REST connector, fachverfahrendaten.</summary>
internal sealed record EpayblRestAddresses(string? NotifyUrl, string? SuccessUrl, string? ErrorUrl, string? CancelUrl);

/// <summary>REST connector, what every answer has.</summary>
internal static class EpayblRestAnswers
{
    public static Dictionary<string, object> With(string code, params (string Name, object Value)[] further)
    {
        var answer = new Dictionary<string, object> { ["ergebnis"] = new { rc = code, ergebnistext = code == EpayblDesk.Success ? "OK" : "Die Anfrage wurde nicht ausgeführt" } };
        foreach (var (name, value) in further)
            answer[name] = value;
        return answer;
    }

    public static EpayblRestList? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<EpayblRestList>(body, WireOptions.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
