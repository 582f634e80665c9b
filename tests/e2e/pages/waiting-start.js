"use strict";
{
  const read = Response.prototype.arrayBuffer;
  const isLet = new Promise((resolve) => {
    window.letStart = resolve;
  });
  Response.prototype.arrayBuffer = async function () {
    await isLet;
    return read.call(this);
  };
}
