using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>Which numbers mean what. Groups where integrators name a range, single codes where they name one.</summary>
internal static class ErrorTable
{
    private const string AskLater = "Die Zahlung ist gerade nicht möglich. Bitte versuchen Sie es später noch einmal; wenn es dabei bleibt, wenden Sie sich an die Behörde.";
    private const string Wait = "Wir prüfen, ob Ihre Zahlung begonnen hat. Bitte zahlen Sie nicht noch einmal, bis das geklärt ist.";
    private const string CheckEntries = "Eine Angabe zur Zahlung wurde nicht angenommen. Bitte prüfen Sie Ihre Eingaben.";
    private const string OtherMethod = "Diese Zahlungsart steht hierfür nicht zur Verfügung. Bitte wählen Sie eine andere.";
    private const string AskOffice = "Zu dieser Forderung gibt es schon eine andere Zahlung. Bitte wenden Sie sich an die Behörde.";

    public static EpayblError Success { get; } = new(EpayblErrorClass.None, EpayblRetry.Never, "Der Zahlungsdienst hat die Anfrage angenommen.", "The service did what was asked.");

    public static EpayblError Unknown { get; } = new(EpayblErrorClass.Unknown, EpayblRetry.LookUpFirst, Wait, "The code is not known here, so nothing is concluded from it.");

    private static readonly (int First, int Last, EpayblError Error)[] Ranges =
    [
        Single(-11, Configuration("The Mandant is wrong.")),
        Range(-12, -16, Configuration("The Mandant does not exist, is inactive, or its data at the operator are wrong.")),
        Single(-20, Certificate("The call did not come over TLS with a client certificate.")),
        Single(-21, Certificate("The client certificate is not allowed for this Mandant.")),
        Single(-100, Validation("The ePayment id is wrong.")),
        Single(-103, Validation("The customer's family name must have 1 to 27 characters.")),
        Single(-104, Validation("The customer's given name has at most 27 characters.")),
        Single(-107, Validation("A field of the customer is wrong.")),
        Single(-109, Validation("A field of the customer is wrong.")),
        Single(-115, Validation("A field of the customer is wrong.")),
        Single(-117, Customer("The customer's account is locked.")),
        Single(-119, Customer("The customer's account has open transactions and cannot be deleted. After a clean-up this may be ignored.")),
        Single(-120, Customer("The customer's account is marked for deletion. After a clean-up this may be ignored.")),
        Single(-199, Customer("The customer's account does not exist.")),
        Range(-201, -208, Validation("A field of the address is too long or wrong: postal code 10, city 22, street 100, house number 10, post-office box 10, country two capitals.")),
        Single(-213, Validation("A post-office box excludes street and house number.")),
        Range(-301, -306, Configuration("The Bewirtschafter is missing, wrong, not assigned, inactive, or its purpose is not laid out.")),
        Range(-308, -310, Configuration("The Bewirtschafter is not set up for this, or a Kassenzeichen does not have 2 to 30 characters.")),
        Range(-401, -433, Payer("The payer's bank data are wrong.")),
        Single(-434, Payer("The payer's PIN is locked for twelve hours.")),
        Range(-435, -439, Payer("The payer's bank data are wrong.")),
        Single(-440, Payer("The BIC is wrong.")),
        Range(-441, -443, Payer("The IBAN is wrong.")),
        Single(-501, Validation("The booking list is missing.")),
        Single(-502, Validation("The check digit of the Kassenzeichen is wrong.")),
        Single(-503, Validation("The amount must be above zero.")),
        Single(-504, Configuration("The dunning key is not known to the operator.")),
        Single(-505, Validation("The number of bookings is wrong.")),
        Single(-506, Validation("The amount is not the sum of the bookings.")),
        Single(-507, Method("The way to pay is not allowed.")),
        Single(-508, Validation("The due date is wrong.")),
        Single(-509, Customer("The customer of the booking list is missing.")),
        Single(-510, Method("The amount is below the minimum of the way to pay.")),
        Single(-511, Method("The amount is above the maximum of the way to pay.")),
        Range(-512, -513, Method("A limit of the way to pay is passed.")),
        Single(-514, Validation("The currency is not EUR.")),
        Single(-515, Conflict("The Kassenzeichen exists with another way to pay and is not balanced.")),
        Single(-516, Conflict("The Kassenzeichen exists for another Mandant.")),
        Single(-517, Conflict("The Kassenzeichen exists for another customer.")),
        Single(-518, Conflict("The Kassenzeichen exists with another currency.")),
        Single(-519, Conflict("The Kassenzeichen exists for another Bewirtschafter.")),
        Single(-520, new(EpayblErrorClass.PayPageOpen, EpayblRetry.ResumePayPage, "Ihre Zahlung ist schon begonnen. Bitte setzen Sie sie auf der Bezahlseite fort.", "The Kassenzeichen exists and its pay page is not finished.")),
        Single(-521, Configuration("The office is set up so that the application must assign the Kassenzeichen.")),
        Single(-522, Configuration("The office is set up so that the service assigns the Kassenzeichen.")),
        Single(-525, Validation("An amount has more than two decimal places.")),
        Single(-529, Conflict("A temporary booking list must not reuse a Kassenzeichen.")),
        Single(-530, Validation("The transaction number is not valid.")),
        Single(-531, new(EpayblErrorClass.Duplicate, EpayblRetry.LookUpFirst, Wait, "The transaction number exists: the request arrived before. Look it up and compare.")),
        Single(-594, State("A card payment was activated after it had been aborted.")),
        Range(-601, -610, Validation("A booking is wrong: amount, decimals, budget item, object number, voucher or text.")),
        Single(-611, Configuration("The budget item is not released for this Bewirtschafter.")),
        Single(-612, Validation("A booking is wrong.")),
        Range(-701, -703, Payer("The payment data are wrong.")),
        Range(-1706, -1712, Payer("The card was refused.")),
        Range(-1800, -1803, State("The reservation is missing, expired, somebody else's, or too small.")),
        Single(-5115, Mandate("The SEPA mandate does not allow it.")),
        Single(-5120, Mandate("The SEPA mandate does not allow it.")),
        Single(-5126, Mandate("The SEPA mandate does not allow it.")),
        Single(-5201, Mandate("The SEPA mandate does not allow it.")),
        Single(-9970, NumberRange()),
        Single(-9977, NumberRange()),
        Single(-9980, NumberRange()),
        Single(-9988, NumberRange()),
        Single(-9999, new(EpayblErrorClass.OutcomeUnknown, EpayblRetry.LookUpFirst, Wait, "An internal fault: whether the request took effect is not known.")),
    ];

    public static EpayblError? Find(int number)
    {
        foreach (var (first, last, error) in Ranges)
        {
            if (number <= first && number >= last)
                return error;
        }

        return null;
    }

    private static (int First, int Last, EpayblError Error) Single(int number, EpayblError error) => (number, number, error);

    private static (int First, int Last, EpayblError Error) Range(int first, int last, EpayblError error) => (first, last, error);

    private static EpayblError Configuration(string meaning) => new(EpayblErrorClass.Configuration, EpayblRetry.Never, AskLater, meaning);

    private static EpayblError Certificate(string meaning) => new(EpayblErrorClass.Certificate, EpayblRetry.Never, AskLater, meaning);

    private static EpayblError Validation(string meaning) => new(EpayblErrorClass.Validation, EpayblRetry.AfterCorrection, CheckEntries, meaning);

    private static EpayblError Customer(string meaning) => new(EpayblErrorClass.Customer, EpayblRetry.AfterCorrection, AskLater, meaning);

    private static EpayblError Method(string meaning) => new(EpayblErrorClass.Method, EpayblRetry.WithAnotherMethod, OtherMethod, meaning);

    private static EpayblError Conflict(string meaning) => new(EpayblErrorClass.Conflict, EpayblRetry.Never, AskOffice, meaning);

    private static EpayblError Payer(string meaning) => new(EpayblErrorClass.Payer, EpayblRetry.AfterCorrection, "Ihre Zahlungsdaten wurden nicht angenommen. Bitte prüfen Sie sie oder wählen Sie eine andere Zahlungsart.", meaning);

    private static EpayblError State(string meaning) => new(EpayblErrorClass.State, EpayblRetry.AfterCorrection, "Der Bezahlvorgang ist abgelaufen. Bitte beginnen Sie ihn noch einmal.", meaning);

    private static EpayblError Mandate(string meaning) => new(EpayblErrorClass.Mandate, EpayblRetry.WithAnotherMethod, OtherMethod, meaning);

    private static EpayblError NumberRange() => new(EpayblErrorClass.NumberRange, EpayblRetry.Never, AskLater, "A range of numbers at the operator is empty or wrongly set up; nobody can pay until that is mended.");
}
