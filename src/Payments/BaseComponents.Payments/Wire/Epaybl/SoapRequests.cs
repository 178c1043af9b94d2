using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>The operations, parameters in the sequence of the wire. The customer's number begins with a small or a capital E, depending on the operation.</summary>
internal sealed class SoapRequests(EpayblOptions settings)
{
    private EpayblListStyle Style => settings.ListStyle ?? EpayblListStyle.Version3;

    public byte[] IsAlive() => SoapWriter.Write("isAlive", Style, Mandant);

    public byte[] CreateCustomer(EpayblCustomer customer) => SoapWriter.Write("anlegenKunde", Style, soap =>
    {
        Mandant(soap);
        soap.Text("bewirtschafterNr", settings.Bewirtschafter!);
        soap.Struct("kunde", "Kunde", () =>
        {
            soap.Text("EShopKundenNr", customer.Number);
            soap.Text("sprache", "de");
            soap.TextIfAny("vorname", customer.FirstName);
            soap.Text("nachname", customer.Name);
        });
    });

    public byte[] DeleteCustomer(string customerNumber) => SoapWriter.Write("loeschenKunde", Style, soap =>
    {
        Mandant(soap);
        soap.Text("bewirtschafterNr", settings.Bewirtschafter!);
        soap.Text("EShopKundenNr", customerNumber);
    });

    public byte[] Book(EpayblBookingList list) => SoapWriter.Write("anlegenKassenzeichenMitZahlverfahrenlisteMitBLP", Style, soap =>
    {
        Mandant(soap);
        soap.Text("eShopKundenNr", list.Customer.Number);
        soap.Struct("buchungsListe", "BuchungsListe", () => Write(soap, list));
        soap.Nil("lieferAdresse");
        soap.TextOrNil("buchungText", list.Description);
        soap.List("zahlverfahrenListe", "StringList", "stringList", "xsd:string", list.Methods, method => soap.Content(method.Value));
        Write(soap, list.Parameters ?? new Dictionary<string, string>());
    });

    public byte[] ReadKassenzeichen(string kassenzeichen) => SoapWriter.Write("lesenKassenzeichenInfo", Style, soap =>
    {
        Mandant(soap);
        soap.Text("kassenzeichen", kassenzeichen);
    });

    public byte[] ReadTransaction(string transactionNumber) => SoapWriter.Write("lesenTransaktion", Style, soap =>
    {
        Mandant(soap);
        soap.Text("eShopTransaktionsNr", transactionNumber);
    });

    private void Mandant(SoapWriter soap) => soap.Text("mandantNr", settings.Mandant!);

    private void Write(SoapWriter soap, EpayblBookingList list)
    {
        soap.Amount("betrag", list.Total);
        soap.Text("waehrungskennzeichen", "EUR");
        soap.Time("faelligkeitsdatum", list.DueAt);
        soap.List("buchungen", "BuchungList", "buchungen", "ep:Buchung", list.Bookings, booking => Write(soap, booking));
        soap.Text("bewirtschafterNr", settings.Bewirtschafter!);
        soap.Text("kennzeichenMahnverfahren", list.DunningKey);
        soap.TextIfAny("kassenzeichen", list.Kassenzeichen);
        soap.Text("EShopTransaktionsNr", list.TransactionNumber);
    }

    private static void Write(SoapWriter soap, EpayblBooking booking)
    {
        soap.Text("haushaltsstelle", booking.BudgetItem);
        soap.TextIfAny("objektnummer", booking.ObjectNumber);
        soap.Text("buchungstext", booking.Text);
        soap.Amount("betrag", booking.Gross);
        soap.TextIfAny("belegNr", booking.VoucherNumber);
    }

    // In 2.x a set that holds an array, in 3.x the list itself.
    private void Write(SoapWriter soap, IReadOnlyDictionary<string, string> parameters)
    {
        const string name = "buchungslisteParameterSet";
        if (Style is EpayblListStyle.Version2)
            soap.Struct(name, "BuchungsListeParameterSet", () => List("buchungsListeParameter"));
        else
            List(name);

        void List(string element) => soap.List(element, "BuchungsListeParameterList", "buchungslistenParameter", "ep:BuchungsListeParameter", [.. parameters], parameter =>
        {
            soap.Text("name", parameter.Key);
            soap.Text("wert", parameter.Value);
        });
    }
}
