using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>What an answer of the SOAP interface says, after all of it was checked. The payer's name is not read.</summary>
internal sealed class SoapReader(SoapElement result, string? correlationId)
{
    private SoapResult? _outcome;

    /// <summary>Code and reference, in the form of 2.x or 3.x.</summary>
    public SoapResult Outcome => _outcome ??= ReadOutcome();

    /// <summary>The result of a call.</summary>
    /// <exception cref="PaymentException">The answer is a fault, or not readable.</exception>
    public static SoapReader Read(EpayblAnswer answer, string? correlationId)
    {
        if (!answer.MayBeItsWord("text/xml", "application/xml", "application/soap+xml"))
            throw EpayblFaults.NotItsWord(answer, correlationId, "its Content-Type is not that of XML");
        try
        {
            var first = SoapDocument.BodyOf(answer.Body);
            if (first is { Name: "Fault", Space: SoapNames.Envelope })
                throw EpayblFaults.SoapFault(FaultCode(first.TextOf("faultcode")), correlationId);
            var result = first.Children is [var only, ..] ? only.Resolved() : null;
            return new SoapReader(result ?? throw new SoapFormatException("its result is missing"), correlationId);
        }
        catch (SoapFormatException exception)
        {
            throw EpayblFaults.NotItsWord(answer, correlationId, exception.Message);
        }
    }

    public EpayblBookingOutcome.Created Created(EpayblBookingList list, Func<string, Uri?> payPage)
    {
        var (kassenzeichen, amount) = BookingList(list.TransactionNumber);
        if (list.Kassenzeichen is { } own && own != kassenzeichen)
            throw EpayblFaults.Unreadable("it names another Kassenzeichen than was sent", correlationId);
        return new EpayblBookingOutcome.Created(kassenzeichen, payPage(kassenzeichen), amount, Outcome.EPaymentId);
    }

    public EpayblTransaction.Found Transaction(string transactionNumber)
    {
        var (kassenzeichen, amount) = BookingList(transactionNumber);
        return new EpayblTransaction.Found(kassenzeichen, amount, Outcome.EPaymentId);
    }

    public KassenzeichenInfo Info(string kassenzeichen) => Checked(() =>
    {
        if (result.TextOf("kassenzeichen") is { } named && named != kassenzeichen)
            throw new SoapFormatException("it is about another Kassenzeichen");
        if (result.TextOf("waehrung") is not (null or "EUR"))
            throw new SoapFormatException("its currency is not EUR");
        return new KassenzeichenInfo
        {
            Kassenzeichen = kassenzeichen,
            Saldo = Amount("saldo") ?? throw new SoapFormatException("it lacks the saldo"),
            Claims = Amount("betragHauptforderungen"),
            Cancellations = Amount("betragStornos"),
            Receipts = Amount("betragZahlungseingaenge"),
            Debits = Amount("betragLastschriften"),
            ReturnDebits = Amount("betragRuecklastschriften"),
            OtherBookings = Amount("betragSonstigeBuchungen"),
            Method = Short(result, "zahlverfahren") is { } method ? new EpayblPaymentMethod(method) : null,
            PayPageStatus = result.Member("paypageStatus") is { } status && Short(status, "code") is { } code ? new EpayblPayPageStatus(code) : null,
            EPaymentId = Outcome.EPaymentId,
        };
    });

    private (string Kassenzeichen, decimal? Amount) BookingList(string transactionNumber) => Checked(() =>
    {
        var list = result.Member("buchungsListe") ?? throw new SoapFormatException("it lacks the buchungsListe");
        if (list.TextOf("EShopTransaktionsNr") is { } number && number != transactionNumber)
            throw new SoapFormatException("it is about another transaction number");
        if (list.TextOf("waehrungskennzeichen") is not (null or "EUR"))
            throw new SoapFormatException("its currency is not EUR");
        var kassenzeichen = Short(list, "kassenzeichen") ?? throw new SoapFormatException("it lacks the Kassenzeichen");
        if (kassenzeichen.Length is < 2 or > 30 || !kassenzeichen.All(char.IsAsciiLetterOrDigit))
            throw new SoapFormatException("its Kassenzeichen does not have 2 to 30 letters and digits");
        return (kassenzeichen, AnswerText.Amount(list.TextOf("betrag"), "betrag", correlationId));
    });

    private SoapResult ReadOutcome() => Checked(() =>
    {
        // An operation without further results answers with the outcome itself, some services with a bare truth value.
        var outcome = result.Member("ergebnis") ?? result;
        if (outcome is { Children.Count: 0, Text: var bare } && bare.Trim() is "true" or "false")
            return new SoapResult(new EpayblResultCode(outcome.Text.Trim() == "true" ? "+0000" : ""), null);
        var code = Short(outcome, "code") ?? (outcome.Member("text") is { } text ? Short(text, "code") : null) ?? throw new SoapFormatException("it lacks the result code");
        var said = new EpayblResultCode(code);
        if (said.IsSuccess && outcome.TextOf("istOk") is "false" or "0")
            throw new SoapFormatException("its result code says yes and istOk says no");
        return new SoapResult(said, Short(outcome, "EPaymentId"));
    });

    private decimal? Amount(string name) => AnswerText.Amount(result.TextOf(name), name, correlationId);

    private string? Short(SoapElement element, string name) => AnswerText.Optional(element.TextOf(name), 100, name, correlationId);

    private T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SoapFormatException exception)
        {
            throw EpayblFaults.Unreadable(exception.Message, correlationId);
        }
    }

    // Such as soapenv:Server: letters only, so that nothing of the request can come back in it.
    private static string? FaultCode(string? text) => text?.Split(':')[^1] is { Length: > 0 and <= 30 } code && code.All(char.IsAsciiLetter) ? code : null;
}

/// <summary>What the service says about a call.</summary>
/// <param name="Code">Its code.</param>
/// <param name="EPaymentId">The operator's reference of the call.</param>
internal sealed record SoapResult(EpayblResultCode Code, string? EPaymentId);
