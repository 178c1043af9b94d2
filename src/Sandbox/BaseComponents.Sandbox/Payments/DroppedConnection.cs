using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments;

/// <summary>No answer: the connection ends in the middle.</summary>
internal sealed class DroppedConnection : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Abort();
        return Task.CompletedTask;
    }
}
