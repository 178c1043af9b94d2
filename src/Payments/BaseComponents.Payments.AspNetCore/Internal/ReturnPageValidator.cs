using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>
/// Return tokens are as good as the keys behind them: outside the Sandbox the keys must be kept (or a restart breaks every open payment's way back)
/// and encrypted.
/// </summary>
internal sealed class ReturnPageValidator(string tenant, IServiceProvider services) : IValidateOptions<PaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentsOptions options)
    {
        if (name != tenant)
            return ValidateOptionsResult.Skip;
        var refusals = Refusals(options).OfType<string>().ToArray();
        return refusals.Length > 0 ? ValidateOptionsResult.Fail(refusals) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string?> Refusals(PaymentsOptions options)
    {
        var isHttp = options.PublicAddress is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" };
        if (!isHttp)
            yield return "The return page needs PublicAddress: the absolute address browsers reach the application at, without query.";
        if (options.Environment is null or PaymentEnvironment.Sandbox)
            yield break;
        if (isHttp && options.PublicAddress!.Scheme != Uri.UriSchemeHttps)
            yield return "Outside the Sandbox PublicAddress must be https.";
        var keys = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value;
        if (keys.XmlRepository is null || keys.XmlEncryptor is null)
            yield return "Outside the Sandbox the return page needs Data Protection keys that are kept and encrypted: AddDataProtection().PersistKeysTo…().ProtectKeysWith…().";
    }
}
