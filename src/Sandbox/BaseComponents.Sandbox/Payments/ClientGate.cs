using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments;

/// <summary>Mutual TLS before the interfaces for machines.</summary>
internal sealed class ClientGate(SandboxContext sandbox) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        MutualTls.Refusal(sandbox, context.HttpContext.Connection) is { } refusal ? PaymentProblems.Forbidden(refusal) : await next(context);
}
