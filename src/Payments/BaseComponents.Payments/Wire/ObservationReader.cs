using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments.Wire;

/// <summary>Makes an observation out of an answer. Identifiers become part of paths, the pay page part of a redirect: neither is taken on trust.</summary>
internal static class ObservationReader
{
    /// <param name="options">The settings of the registration.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="requestId">Our key of the attempt.</param>
    /// <param name="stored">The pay page that is stored of the attempt: mostly the answer names it again.</param>
    public static Observation Read(PaymentsOptions options, PaymentTransaction answer, string requestId, Uri? stored)
    {
        var information = answer.PaymentInformation ?? throw Faults.Unreadable("it lacks paymentInformation", requestId);
        if (answer.PaymentRequest is not { RequestId: not null, Currency: not null, GrosAmount: not null } && options.RequireEchoedOrder)
            throw Faults.Unreadable("it does not repeat the order, so its amount cannot be compared (option RequireEchoedOrder)", requestId);
        return new Observation
        {
            Status = new WireStatus(Bounded(information.Status, 32, "status", requestId) ?? throw Faults.Unreadable("it lacks the status", requestId)),
            TransactionId = Identifier(information.TransactionId, requestId),
            TransactionReference = Bounded(information.TransactionReference, 36, "transactionReference", requestId),
            PayPage = PayPage(options, information.TransactionRedirectUrl, stored, requestId),
            Method = Bounded(information.PaymentMethod, 64, "paymentMethod", requestId) is { } method ? new PaymentMethod(method) : null,
            Echo = answer.PaymentRequest,
        };
    }

    // 44 characters: one integrator reserves that many, the specification names 36.
    private static string? Identifier(string? id, string requestId)
    {
        var text = Bounded(id, 44, "transactionId", requestId);
        return text is null || WireText.IsIdentifier(text) ? text : throw Faults.Unreadable("its transactionId has characters that are not allowed", requestId);
    }

    private static string? Bounded(string? text, int maxLength, string field, string requestId) => text switch
    {
        null or "" => null,
        _ when text.Length > maxLength || text.Any(char.IsControl) => throw Faults.Unreadable($"its {field} is too long or has control characters", requestId),
        _ => text,
    };

    private static Uri? PayPage(PaymentsOptions options, string? address, Uri? stored, string requestId)
    {
        if (string.IsNullOrEmpty(address))
            return null;
        var page = stored?.OriginalString == address ? stored : null;
        var isUsable = (page is not null || Uri.TryCreate(address, UriKind.Absolute, out page))
            && page.AbsoluteUri.Length <= OrderRules.MaxAddress
            && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && options.Environment is PaymentEnvironment.Sandbox));
        return isUsable ? page : throw Faults.Unreadable("its transactionRedirectUrl is no https address of usable length", requestId);
    }
}
