/** The page's scripts are TypeScript too, and Node says at each start that taking their types away is experimental. Only that is not shown. */
export function hideTypeStrippingWarning(): void {
  const usual = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning' && warning.message.startsWith('stripTypeScriptTypes')) return;
    for (const listener of usual) listener(warning);
  });
}
