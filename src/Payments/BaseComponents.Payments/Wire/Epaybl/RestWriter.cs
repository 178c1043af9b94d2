using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Writes a booking list as the REST connector wants it.</summary>
internal static class RestWriter
{
    public static RestBookingList Write(EpayblBookingList list) => new()
    {
        Kassenzeichennummer = list.Kassenzeichen,
        Faelligkeitsdatum = BerlinTime.ForRest(list.DueAt),
        Waehrungskennzeichen = "EUR",
        KennzeichenMahnverfahren = list.DunningKey,
        Transaktionsnummer = list.TransactionNumber,
        Zahlverfahrencodes = [.. list.Methods.Select(static method => method.Value)],
        Buchungen = [.. list.Bookings.Select(Write)],
        Beschreibung = list.Description,
        Kunde = new RestCustomer(list.Customer.Name, list.Customer.FirstName, "TEMPORAER", list.Customer.Number, list.Customer.IsOrganization),
        Buchungslistenparameter = list.Parameters is { Count: > 0 } parameters ? parameters : null,
        Fachverfahrendaten = Write(list.Addresses),
        Zahltyp = "PAYPAGE",
        Betrag = list.Total.Amount,
    };

    private static RestBooking Write(EpayblBooking booking) => new()
    {
        Bruttobetrag = booking.Gross.Amount,
        Nettobetrag = booking.Net.Amount,
        Steuerbetrag = booking.Tax.Amount,
        Buchungstext = booking.Text,
        Kontierung = new RestAccount(booking.BudgetItem, booking.ObjectNumber),
    };

    private static RestAddresses Write(EpayblAddresses addresses)
    {
        var cancel = addresses.Cancel ?? addresses.Success;
        return new RestAddresses(addresses.Notify?.AbsoluteUri, addresses.Success.AbsoluteUri, (addresses.Error ?? cancel).AbsoluteUri, cancel.AbsoluteUri);
    }
}
