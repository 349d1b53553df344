export async function promptFor(..._: any[]): Promise<any> {
  return null;
}
