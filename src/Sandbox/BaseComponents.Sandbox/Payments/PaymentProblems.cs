using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments;

/// <summary>Errors as the service writes them.</summary>
internal static class PaymentProblems
{
    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, "FORBIDDEN", detail);

    public static IResult UnknownEndPoint() => Of(StatusCodes.Status400BadRequest, "NO_VALID_ORIGINATOR_OR_ENDPOINT", "originatorId oder endPointId ist nicht bekannt");

    public static IResult Refused(Refusal refusal) => Of(StatusCodes.Status400BadRequest, refusal.FunctionalCode, refusal.Detail);

    public static IResult Exists() => Of(StatusCodes.Status400BadRequest, "PAYMENT_EXISTS", "Zu dieser requestId gibt es schon eine Zahlung");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "UNSPECIFIED", "Zu dieser transactionId gibt es keine Zahlung");

    public static IResult Of(int status, string functionalCode, string detail) => Results.Json(
        new WireProblem("about:blank", status, "Die Anfrage wurde nicht ausgeführt", detail, functionalCode),
        contentType: "application/problem+json",
        statusCode: status);
}
