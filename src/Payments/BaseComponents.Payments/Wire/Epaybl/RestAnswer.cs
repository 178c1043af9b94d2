using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>REST connector, what its answers share and what each adds. Everything may be missing; of the rest nothing is read.</summary>
internal sealed record RestAnswer
{
    public RestResult? Ergebnis { get; init; }

    public IReadOnlyList<RestMethod?>? Zahlverfahren { get; init; }

    public RestPayment? ZahlvorgangsInfo { get; init; }

    public RestKassenzeichen? Kassenzeichen { get; init; }
}

/// <summary>REST connector, ergebnis. The text is not read: it may name a person.</summary>
internal sealed record RestResult(string? Rc);

/// <summary>REST connector, zahlverfahren.</summary>
internal sealed record RestMethod(string? Zahlverfahrencode, decimal? Minimalbetrag, decimal? Maximalbetrag, string? Zvp);

/// <summary>REST connector, zahlvorgangsInfo.</summary>
internal sealed record RestPayment(RestPayPages? RechnungUrls);

/// <summary>REST connector, rechnungUrls.</summary>
internal sealed record RestPayPages([property: JsonPropertyName("PAYPAGE")] string? PayPage);

/// <summary>REST connector, kassenzeichen.</summary>
internal sealed record RestKassenzeichen(RestDetails? Zusatzdaten);

/// <summary>REST connector, zusatzdaten.</summary>
internal sealed record RestDetails(string? Paypagestatus, string? Bezahlverfahren, decimal? Saldo);
