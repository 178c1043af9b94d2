using BaseComponents.Payments.AspNetCore.Internal;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Makes the addresses that browsers return to from the pay page.</summary>
/// <remarks>
/// The address holds an opaque, encrypted token that names the payment; it shows nothing to the payer or to the payment service, cannot be guessed, and
/// is bound to one registration. Register it with <see cref="PaymentsBuilderExtensions.AddReturnPage"/>.
/// </remarks>
public sealed class PaymentReturnLinks
{
    private readonly string _tenant;
    private readonly IOptionsMonitor<PaymentsOptions> _options;
    private readonly ReturnTokens _tokens;
    private string? _path;

    internal PaymentReturnLinks(string tenant, IOptionsMonitor<PaymentsOptions> options, ReturnTokens tokens)
    {
        _tenant = tenant;
        _options = options;
        _tokens = tokens;
    }

    /// <summary>The return address of one payment: the value for <see cref="PaymentOrder.ReturnUrl"/>. It differs with each call.</summary>
    /// <param name="reference">The reference of the order.</param>
    /// <exception cref="InvalidOperationException">No return page is mapped, or <see cref="PaymentsOptions.PublicAddress"/> is not set.</exception>
    public Uri For(string reference)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        var path = _path ?? throw new InvalidOperationException("No return page is mapped. Call endpoints.MapPaymentReturn(pattern, handler) at start.");
        var address = _options.Get(_tenant).PublicAddress
            ?? throw new InvalidOperationException("PublicAddress is not set. Set it to the address browsers reach the application at; it is never taken from a request.");
        return new Uri($"{address.AbsoluteUri.TrimEnd('/')}{path}/{_tokens.Protect(reference)}");
    }

    internal void UsePath(string path) => _path = path;

    internal string? Reference(string? token) => _tokens.TryUnprotect(token);
}
